// The control token of a port, kept for the next start in a file of the user's own, so that open pages and scripts go on.
import { existsSync, lstatSync, mkdirSync } from 'node:fs';
import * as path from 'node:path';
import { done, failed, type Result } from '../../app/result.ts';
import { trustProblem } from '../run-folder.ts';
import { peekJson } from '../storage/read-json.ts';
import { textOf, write } from '../storage/write-json.ts';

export type TokenKeeper = {
  /** The token kept for a port; null without one, or where anybody else could have put it there or read it. */
  take: (port: number) => string | null;
  /** Keeps the token of a port, where there is a folder to keep it in. STORAGE_FAILED where that one can't be used. */
  keep: (port: number, token: string) => Promise<Result<void>>;
};

/** Keeps tokens below a folder, which is made for the user alone. */
export function tokenKeeper(folder: string): TokenKeeper {
  const fileOf = (port: number) => path.join(folder, `${port}.json`);
  return {
    take: (port) => (isUsable(folder) && isOwn(fileOf(port)) ? tokenIn(peekJson(fileOf(port))) : null),
    async keep(port, token) {
      const problem = madeUsable(folder);
      // Nowhere to keep anything, as in many a container, is no mistake: then each start has a token of its own.
      if (problem === 'not-there') return done(undefined);
      return problem === null ? write(fileOf(port), textOf({ token })) : failed('STORAGE_FAILED', problem);
    },
  };
}

/** Windows keeps a user's folders from others by itself, and has no modes. */
const hasUsers = process.getuid !== undefined;
const OTHERS = 0o077;

/** Makes the folder; what keeps it from being used, `not-there` where it can't be made. */
function madeUsable(folder: string): string | null {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    // What is there instead says what is wrong with it.
    if (!existsSync(folder)) return 'not-there';
  }
  return hasUsers ? trustProblem(folder) : null;
}

function isUsable(folder: string): boolean {
  return !hasUsers || trustProblem(folder) === null;
}

/** A regular file of this user that nobody else can read or write. */
function isOwn(file: string): boolean {
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (!found?.isFile()) return false;
  return !hasUsers || (found.uid === process.getuid?.() && (found.mode & OTHERS) === 0);
}

/** As Metadeck makes them. */
const TOKEN = /^[\w-]{43}$/;

function tokenIn(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('token' in value)) return null;
  return typeof value.token === 'string' && TOKEN.test(value.token) ? value.token : null;
}
