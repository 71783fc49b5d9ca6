// Temporary files: beside what they will replace, under a name that nobody can guess, for the user alone; left ones are swept.
import { randomBytes } from 'node:crypto';
import { constants, promises } from 'node:fs';
import * as path from 'node:path';
import { isGone } from './process-mark.ts';

const RANDOM_BYTES = 16;
/** Made by us, where nothing is yet, not even a link. Windows has no such flag, and reads undefined as 0. */
const ANEW = constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY | constants.O_NOFOLLOW;

/** The name says whose it is, so that it can be swept once that process is gone. */
export function temporaryFor(target: string): string {
  return `${target}.${process.pid}.${randomBytes(RANDOM_BYTES).toString('hex')}.tmp`;
}

/** Writes a file that must not be there yet, for the user alone, and has it on disk when this ends. */
export async function writeAnew(file: string, text: string): Promise<void> {
  const handle = await promises.open(file, ANEW, 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } catch (error) {
    // Half of it is worth nothing; one that can't be removed is swept at a later start.
    await promises.rm(file, { force: true }).catch(() => undefined);
    throw error;
  } finally {
    await handle.close();
  }
}

/**
 * Removes what processes that are gone have left beside `target`: regular files of this user, by their names. With `alone`,
 * when nobody else can be writing it, also those with the number of this process, as each first process of a container has.
 */
export async function sweep(target: string, alone: boolean): Promise<void> {
  const folder = path.dirname(target);
  // Where the folder can't be read nothing is left that could be seen.
  const names = await promises.readdir(folder).catch(() => []);
  const prefix = `${path.basename(target)}.`;
  const left = names.filter((name) => name.startsWith(prefix) && isLeft(name.slice(prefix.length), alone));
  await Promise.all(left.map((name) => removeOwn(path.join(folder, name))));
}

/** `PID.tmp` is how earlier versions called them. */
const REST = /^(\d{1,10})(?:\.[0-9a-f]{32})?\.tmp$/;

function isLeft(rest: string, alone: boolean): boolean {
  const pid = Number(REST.exec(rest)?.[1]);
  if (!Number.isSafeInteger(pid)) return false;
  return pid === process.pid ? alone : isGone(pid);
}

/** What can't be removed is in nobody's way. */
async function removeOwn(file: string): Promise<void> {
  const found = await promises.lstat(file).catch(() => null);
  if (found === null || !found.isFile() || found.uid !== (process.getuid?.() ?? found.uid)) return;
  await promises.rm(file, { force: true }).catch(() => undefined);
}
