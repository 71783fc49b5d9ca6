// Follows a file by looking at it: works through editors that rename, links that are swapped, and mounts that tell nothing.
import { statSync } from 'node:fs';

const EVERY_MS = 100;

/** Calls `changed` soon after each edit of the file; the answer ends it. */
export function watchFile(file: string, changed: () => void): () => void {
  const look = createLook(() => signatureOf(file), changed);
  const timer = setInterval(look, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/**
 * One look at the file. An edit counts once two looks in a row find the same: an editor may write in pieces, or move the
 * file away before it puts another in its place.
 */
export function createLook(signature: () => string | null, changed: () => void): () => void {
  let known = signature();
  let before = known;
  return () => {
    const now = signature();
    const isSettled = now === before;
    before = now;
    if (!isSettled || now === known) return;
    known = now;
    changed();
  };
}

/** Differs after every edit; null where there is no file. */
function signatureOf(file: string): string | null {
  try {
    const { ino, size, mtimeNs, ctimeNs } = statSync(file, { bigint: true });
    return [ino, size, mtimeNs, ctimeNs].join('-');
  } catch {
    return null;
  }
}
