// Serves a value at a path that has none yet, and leads to it.
import { serveValue } from '../paths/edits.ts';
import { revealPath, showAll, useMetadata } from '../paths/metadata-store.ts';

/** Null when it is served; else why not: `taken` where the path has a value already, which is edited in its own field. */
export async function addValue(path: string, value: string, taken: string): Promise<string | null> {
  const { items } = useMetadata.getState();
  const isTaken = items?.some((item) => item.path === path && item.present) === true;
  const refusal = isTaken ? taken : await serveValue(path, value, false);
  if (refusal !== null) return refusal;
  showAll();
  revealPath(path);
  return null;
}
