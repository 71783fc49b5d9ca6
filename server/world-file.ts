// The file that keeps a world: opened by one process at a time, read and checked, and written whole.
// Loaded by those who have one: what checks a world is large.
import { type BigIntStats, lstatSync } from 'node:fs';
import { newerVersion, readSavedWorld, savedByNewer } from '../app/world/migrate.ts';
import { savedWorld } from '../app/world/saved.ts';
import type { World } from '../app/world/world.ts';
import { done, failed, type Result } from '../app/result.ts';
import { type Lock, lockFile } from './storage/lock.ts';
import { moveAside, peekJson, readJson } from './storage/read-json.ts';
import { targetOf, whatElse } from './storage/target.ts';
import { sweep } from './storage/temporary.ts';
import { textOf, write } from './storage/write-json.ts';

export type WorldFile = {
  /** Where it really is, links followed. */
  path: string;
  /** What is in it; undefined where nothing is yet, or nothing that can be used. */
  world: World | undefined;
  /** What should be said of it, a sentence each. */
  problems: readonly string[];
  /** Has the world on disk when it ends well; null where the file was opened to be read. One call at a time. */
  save: Save | null;
  /** Lets others have it. */
  close: () => void;
};

/** `warn` hears a sentence of what was found in the file's place. STORAGE_FAILED leaves the file as it was. */
export type Save = (world: World, warn: (text: string) => void) => Promise<Result<void>>;

export type HowToOpen = {
  /** Opens it without a lock, and writes nothing. */
  readOnly: boolean;
  /** Milliseconds since 1970. */
  now: () => number;
};

/**
 * Opens the file that keeps a world, which need not be there yet. Refused in one sentence: a file that is no regular one or
 * can't be read (STORAGE_FAILED), one that another process holds or a newer Metadeck saved (CONFLICT). One that is damaged is
 * moved aside; opened to be read, it is refused.
 */
export async function openWorldFile(given: string, { readOnly, now }: HowToOpen): Promise<Result<WorldFile>> {
  const target = targetOf(given);
  if (!target.ok) return target;
  const stored = peekJson(target.data);
  const newer = newerVersion(stored);
  if (newer !== undefined) return failed('CONFLICT', `${given} ${savedByNewer(newer)}, so it was left as it is.`);
  return readOnly ? openToRead(target.data, stored) : openToWrite(target.data, now);
}

/** Writes a world to a file that no process has open, in the place of what is there. */
export async function putWorldFile(given: string, world: World, now: () => number): Promise<Result<void>> {
  const target = targetOf(given);
  if (!target.ok) return target;
  const lock = lockFile(target.data, now());
  if (!lock.ok) return lock;
  const written = await write(target.data, textOf(savedWorld(world)));
  lock.data.release();
  return written;
}

/** `stored` is what is in it, undefined where that is none. */
function openToRead(file: string, stored: unknown): Result<WorldFile> {
  const read = stored === undefined ? undefined : readSavedWorld(stored);
  if (read?.ok) return done({ path: file, world: read.data, problems: [], save: null, close: () => undefined });
  const why =
    read === undefined ? "can't be read, or is not valid JSON" : `holds no valid world: ${read.error.message}`;
  return failed('STORAGE_FAILED', `${file} ${why.replace(/\.$/, '')}, so there is nothing to open.`);
}

async function openToWrite(file: string, now: () => number): Promise<Result<WorldFile>> {
  const lock = lockFile(file, now());
  if (!lock.ok) return lock;
  await sweep(file, true);
  const read = readOrMoved(file, new Date(now()));
  if (!read.ok) {
    lock.data.release();
    return read;
  }
  return done({ path: file, ...read.data, save: saver(file, lock.data, now), close: lock.data.release });
}

type Read = Pick<WorldFile, 'world' | 'problems'>;

const GOES_ON = 'Metadeck goes on with its defaults';

function readOrMoved(file: string, at: Date): Result<Read> {
  const stored = readJson(file, at);
  switch (stored.kind) {
    case 'none':
      return done({ world: undefined, problems: [] });
    case 'unreadable':
      return failed('STORAGE_FAILED', stored.reason);
    case 'damaged':
      return moved(file, stored.movedTo, stored.reason);
    case 'value': {
      const read = readSavedWorld(stored.value);
      if (read.ok) return done({ world: read.data, problems: [] });
      return moved(file, moveAside(file, at), `${file} holds no valid world: ${read.error.message}`);
    }
  }
}

/** A file that could not be moved stays where it is, whole. */
function moved(file: string, movedTo: string, reason: string): Result<Read> {
  if (movedTo === file) return failed('STORAGE_FAILED', `${reason} It could not be moved aside; move it away.`);
  return done({ world: undefined, problems: [`${reason} It was moved to ${movedTo}. ${GOES_ON}.`] });
}

/** What somebody else put in the file's place meanwhile is moved aside, not written over. */
function saver(file: string, lock: Lock, now: () => number): Save {
  let known = signatureOf(look(file));
  return async (world, warn) => {
    const held = lock.hold();
    if (!held.ok) return failed('STORAGE_FAILED', held.error.message);
    const found = look(file);
    if (found !== undefined && signatureOf(found) !== known) {
      const made = makeRoom(file, found, new Date(now()));
      if (!made.ok) return made;
      warn(made.data);
    }
    const written = await write(file, textOf(savedWorld(world)));
    known = signatureOf(look(file));
    return written;
  };
}

function makeRoom(file: string, found: BigIntStats, at: Date): Result<string> {
  const what = whatElse(found);
  if (what !== null) return failed('STORAGE_FAILED', `${file} is ${what} now; move it away.`);
  const movedTo = moveAside(file, at, 'replaced');
  if (movedTo === file) return failed('STORAGE_FAILED', `${file} was replaced, and can't be moved aside.`);
  return done(`${file} was changed by another program while it was open here; what it wrote was moved to ${movedTo}.`);
}

function look(file: string): BigIntStats | undefined {
  return lstatSync(file, { bigint: true, throwIfNoEntry: false });
}

/** Differs after every change. */
function signatureOf(found: BigIntStats | undefined): string | null {
  return found === undefined ? null : [found.dev, found.ino, found.size, found.mtimeNs].join('-');
}
