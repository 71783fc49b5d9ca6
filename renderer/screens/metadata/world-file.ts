// The world to a file and back.
import { readInput } from '../../../app/issues.ts';
import { world } from '../../../app/world.ts';
import { download, fileTime } from '../../components/download.ts';
import { act, call } from '../../control/control.ts';
import { tell, tellWithUndo } from '../../stores/toasts.tsx';
import { undoStep } from './edits.ts';
import { pullMetadata } from './metadata-store.ts';
import { MAX_WORLD_BYTES, readWorldText, refusalLines } from './world-text.ts';

export async function exportWorld(): Promise<void> {
  const exported = await act('world.get', {});
  if (exported === null) return;
  const name = `metadeck-world-${fileTime(new Date())}.json`;
  download(`${JSON.stringify(exported, null, 2)}\n`, name, 'application/json');
  tell(`Exported ${name}`);
}

/** Replaces the world by an exported one; what is wrong with the file otherwise, in lines, and nothing changed. */
export async function importWorld(file: File): Promise<string[]> {
  if (file.size > MAX_WORLD_BYTES) return ['A world has at most 1 MiB; this file is larger.'];
  const read = readWorldText(await file.text());
  if (!read.ok) return [read.problem];
  const given = readInput(world, read.value);
  if (!given.ok) return refusalLines(given.error);
  // What contradicts something else is the server's to find.
  const result = await call('world.put', given.data);
  if (!result.ok) return refusalLines(result.error);
  await pullMetadata();
  tellWithUndo(`Imported ${file.name}`, () => void undoStep('imported a world'));
  return [];
}
