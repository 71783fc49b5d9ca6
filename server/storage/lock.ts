// One process for each file: a lock beside it says which. That of a process that has ended is taken over.
import { linkSync, lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { done, failed, type Result } from '../../app/result.ts';
import { hasEnded, ownMark, type ProcessMark } from './process-mark.ts';
import { textIn } from './read-json.ts';
import { temporaryFor } from './temporary.ts';
import { codeOf, wordsOf } from './words.ts';

export type Lock = {
  /** Whether it is held still; one that somebody has removed is made again. To be asked before each write. */
  hold: () => Result<void>;
  release: () => void;
};

/** What stands in a lock: the process, and when it took it, in ISO 8601. */
type Holder = ProcessMark & { since: string };

const TRIES = 5;

/** Takes the lock of a file, whose folder is made if need be. CONFLICT names who holds it; STORAGE_FAILED says why there can be none. */
export function lockFile(target: string, now: number): Result<Lock> {
  const lock = `${target}.lock`;
  const text = `${JSON.stringify({ ...ownMark(), since: new Date(now).toISOString() } satisfies Holder)}\n`;
  const take = (): Result<void> => takeLock(target, lock, text);
  const taken = take();
  if (!taken.ok) return taken;
  let isOurs = true;
  return done({
    hold: () => (contentOf(lock) === text ? done(undefined) : take()),
    release: () => {
      if (isOurs && contentOf(lock) === text) remove(lock);
      isOurs = false;
    },
  });
}

function takeLock(target: string, lock: string, text: string): Result<void> {
  try {
    mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 });
    for (let left = TRIES; left > 0; left -= 1) {
      if (make(lock, text)) return done(undefined);
      const holder = holderIn(lock);
      if (holder === undefined) return failed('CONFLICT', notOurs(target, lock));
      if (holder !== null && !removeEnded(lock, holder)) return failed('CONFLICT', inUse(target, lock, holder.mark));
    }
    return failed('CONFLICT', `${target} is being opened by another Metadeck at this moment; try again.`);
  } catch (error) {
    return failed('STORAGE_FAILED', `${target} can't be locked: ${wordsOf(error)}.`);
  }
}

/** Whole or not at all: written under another name first, so that nobody reads half of it. False where there is one. */
function make(lock: string, text: string): boolean {
  const temporary = temporaryFor(lock);
  try {
    writeFileSync(temporary, text, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    remove(temporary);
    throw error;
  }
  try {
    linkSync(temporary, lock);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    return makeWithoutLink(lock, text);
  } finally {
    remove(temporary);
  }
}

/** On file systems that have no links, such as those of memory cards. */
function makeWithoutLink(lock: string, text: string): boolean {
  try {
    writeFileSync(lock, text, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

type Found = { mark: Holder; text: string };

/** Who holds it; null where it has gone meanwhile, undefined where it is no lock of Metadeck. */
function holderIn(lock: string): Found | null | undefined {
  const text = contentOf(lock);
  if (text === null) return lstatSync(lock, { throwIfNoEntry: false }) === undefined ? null : undefined;
  try {
    const read: unknown = JSON.parse(text);
    return isHolder(read) ? { mark: read, text } : undefined;
  } catch {
    return undefined;
  }
}

/** Null where it is none that can be read, or no regular file. */
function contentOf(lock: string): string | null {
  try {
    return lstatSync(lock).isFile() ? textIn(lock) : null;
  } catch {
    return null;
  }
}

function isHolder(value: unknown): value is Holder {
  if (typeof value !== 'object' || value === null) return false;
  const { pid, started, host, since }: Record<string, unknown> = { ...value };
  const isStart = started === null || typeof started === 'string';
  return Number.isSafeInteger(pid) && isStart && typeof host === 'string' && typeof since === 'string';
}

/** False where it runs. Moved first and looked at again: another process may have taken it over meanwhile. */
function removeEnded(lock: string, { mark, text }: Found): boolean {
  if (!hasEnded(mark)) return false;
  const moved = temporaryFor(lock);
  try {
    renameSync(lock, moved);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return true;
    throw error;
  }
  try {
    if (contentOf(moved) !== text) linkSync(moved, lock);
  } catch (error) {
    // A third one has it already: whoever lost it is told with its next write.
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    remove(moved);
  }
  return true;
}

/** What can't be removed is taken over by the next one, since its process has ended then. */
function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch (error) {
    if (codeOf(error) === 'unknown error') throw error;
  }
}

function inUse(target: string, lock: string, { pid, host, since }: Holder): string {
  const isHere = host === os.hostname();
  const by = `another Metadeck (pid ${pid}${isHere ? '' : ` on ${host}`}, since ${since})`;
  return `${target} is used by ${by}; end that one first${isHere ? '' : `, or delete ${lock} if it has ended`}.`;
}

function notOurs(target: string, lock: string): string {
  return `${target} can't be locked, since ${lock} is there and is no lock of Metadeck; move that away.`;
}
