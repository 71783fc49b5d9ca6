// Which file a name stands for: links of one's own are followed, and only a regular file is taken.
import { lstatSync, readlinkSync, realpathSync, statSync, type StatsBase } from 'node:fs';
import * as path from 'node:path';
import { done, failed, type Result } from '../../app/result.ts';
import { wordsOf } from './words.ts';

const MAX_LINKS = 40;
const OTHERS_MAY_WRITE = 0o022;

/**
 * The file that a name stands for, which need not be there yet: a link stays one, and what it leads to is written. Refused
 * where that is no regular file, or where the link is one that another user may have put there.
 */
export function targetOf(file: string): Result<string> {
  try {
    return follow(path.resolve(file), MAX_LINKS);
  } catch (error) {
    return failed('STORAGE_FAILED', `${file} can't be used: ${wordsOf(error)}.`);
  }
}

function follow(file: string, links: number): Result<string> {
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (found === undefined) return done(path.join(realFolder(path.dirname(file)), path.basename(file)));
  if (!found.isSymbolicLink()) return asRegular(file, found);
  if (links === 0) return failed('STORAGE_FAILED', `${file} can't be used: its links lead in a circle.`);
  if (!isTrusted(found, path.dirname(file))) {
    return failed('STORAGE_FAILED', `${file} is a link of another user, so it is not followed; name the file itself.`);
  }
  return follow(path.resolve(realFolder(path.dirname(file)), readlinkSync(file)), links - 1);
}

function asRegular(file: string, found: StatsBase<number>): Result<string> {
  const what = whatElse(found);
  if (what === null) return done(realpathSync(file));
  return failed('STORAGE_FAILED', `${file} is ${what}, and only a regular file is used; name another one.`);
}

/** What it is, where it is no regular file. */
export function whatElse(found: StatsBase<number> | StatsBase<bigint>): string | null {
  if (found.isFile()) return null;
  if (found.isSymbolicLink()) return 'a link';
  if (found.isDirectory()) return 'a directory';
  if (found.isFIFO()) return 'a FIFO';
  if (found.isSocket()) return 'a socket';
  return 'a device';
}

/** The user's own, root's, or that of whoever alone may put one there. */
function isTrusted({ uid }: StatsBase<number>, folder: string): boolean {
  const own = process.getuid?.();
  if (own === undefined || uid === own || uid === 0) return true;
  const around = statSync(folder);
  return around.uid === uid && (around.mode & OTHERS_MAY_WRITE) === 0;
}

/** As it really is, as far as it is there. */
function realFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    // What writes the file makes the folder, or says why it can't.
    return folder;
  }
}
