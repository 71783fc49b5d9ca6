// JSON files on disk: read with damage noticed, written to a temporary file and renamed, for the user alone.
import { promises, readFileSync, renameSync } from 'node:fs';
import * as path from 'node:path';
import { done, failed, type Result } from '../app/result.ts';

export type Stored =
  | { kind: 'none' }
  | { kind: 'value'; value: unknown }
  /** It was no JSON and has been moved aside. */
  | { kind: 'damaged'; reason: string; movedTo: string }
  /** It is there but could not be read: no permission, or a directory. It has been left alone. */
  | { kind: 'unreadable'; reason: string };

/** Reads a JSON file. One that is no JSON is moved aside, with the time `at` in its name. */
export function readJson(file: string, at: Date = new Date()): Stored {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = codeOf(error);
    return code === 'ENOENT'
      ? { kind: 'none' }
      : { kind: 'unreadable', reason: `${file} can't be read: ${wordsFor(code)}.` };
  }
  try {
    return { kind: 'value', value: JSON.parse(text) };
  } catch {
    return { kind: 'damaged', reason: `${file} is no JSON.`, movedTo: moveAside(file, at) };
  }
}

/** What is in a JSON file, which stays as it is; undefined where it is none, which is for who opens it to say. */
export function peekJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Renames a damaged file to one with the time in its name and answers where it is now: where it was, if it can't be renamed. */
export function moveAside(file: string, at: Date): string {
  const { dir, name, ext } = path.parse(file);
  const stamp = `${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
  const target = path.join(dir, `${name}.${stamp}.damaged${ext}`);
  try {
    renameSync(file, target);
    return target;
  } catch {
    // Where it is says that it could not be moved.
    return file;
  }
}

type Waiting = { text: string; written: Promise<Result<void>> };
type Queue = { running: Promise<Result<void>>; next: Waiting | null };

/** The writes under way, by file: one running and at most one waiting. */
const queues = new Map<string, Queue>();

/**
 * Writes a value as JSON: a temporary file beside it, synced, renamed, readable by the user alone. Writes to one file
 * follow each other; of those that wait only the latest is carried out, and all of them are answered with its result.
 */
export function writeJson(file: string, value: unknown): Promise<Result<void>> {
  const target = path.resolve(file);
  const text = textOf(value);
  const queue = queues.get(target);
  if (!queue) return start(target, text);
  if (queue.next) {
    queue.next.text = text;
    return queue.next.written;
  }
  const next: Waiting = { text, written: queue.running.then(() => start(target, next.text)) };
  queue.next = next;
  return next.written;
}

function start(target: string, text: string): Promise<Result<void>> {
  const queue: Queue = { running: write(target, text), next: null };
  queues.set(target, queue);
  void forgetWhenIdle(target, queue);
  return queue.running;
}

async function forgetWhenIdle(target: string, queue: Queue): Promise<void> {
  await queue.running;
  if (queue.next === null) queues.delete(target);
}

async function write(target: string, text: string): Promise<Result<void>> {
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    await promises.mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    await writeSynced(temporary, text);
    await promises.rename(temporary, target);
    return done(undefined);
  } catch (error) {
    // What is told is why it was not written; a rest that can't be removed is written over next time.
    await promises.rm(temporary, { force: true }).catch(() => undefined);
    const words = wordsFor(codeOf(error));
    return failed('STORAGE_FAILED', `${target} could not be written: ${words}; the change holds until Metadeck ends.`);
  }
}

/** Writes a value as JSON to a file that must not be there yet, readable by the user alone. */
export async function createJson(file: string, value: unknown): Promise<Result<void>> {
  try {
    await writeSynced(file, textOf(value), 'wx');
    return done(undefined);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST')
      return failed('CONFLICT', `${file} is there already and is not written over; name another file.`);
    return failed('STORAGE_FAILED', `${file} could not be written: ${wordsFor(code)}; name another file.`);
  }
}

function textOf(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

async function writeSynced(file: string, text: string, how: 'w' | 'wx' = 'w'): Promise<void> {
  const handle = await promises.open(file, how, 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const WORDS: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EISDIR: 'it is a directory',
  ENOENT: 'its folder is not there',
  ENOTDIR: 'a part of its path is no directory',
  ENAMETOOLONG: 'its name is too long',
};

function wordsFor(code: string): string {
  return WORDS[code] ?? code;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown error';
}
