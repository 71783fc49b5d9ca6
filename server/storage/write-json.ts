// JSON files on disk, written whole or not at all: a temporary file, synced, renamed, for the user alone.
import { promises } from 'node:fs';
import * as path from 'node:path';
import { done, failed, type Result } from '../../app/result.ts';
import { targetOf } from './target.ts';
import { temporaryFor, writeAnew } from './temporary.ts';
import { codeOf, wordsOf } from './words.ts';

type Waiting = { text: string; written: Promise<Result<void>> };
type Queue = { running: Promise<Result<void>>; next: Waiting | null };

/** The writes under way, by file: one running and at most one waiting. */
const queues = new Map<string, Queue>();

/**
 * Writes a value as JSON: a temporary file beside it, synced, renamed, and the folder synced, so that it is kept when this
 * ends. A link stays, and what it leads to is written. Writes to one file follow each other; of those that wait only the
 * latest is carried out, and all of them are answered with its result. STORAGE_FAILED leaves what was there.
 */
export async function writeJson(file: string, value: unknown): Promise<Result<void>> {
  const text = textOf(value);
  const target = targetOf(file);
  return target.ok ? inQueue(target.data, text) : target;
}

function inQueue(target: string, text: string): Promise<Result<void>> {
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

/** Writes a file whole, and has it on disk when this ends; nobody else may be writing it. STORAGE_FAILED leaves what was there. */
export async function write(target: string, text: string): Promise<Result<void>> {
  const temporary = temporaryFor(target);
  try {
    await promises.mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    await writeAnew(temporary, text);
    await promises.rename(temporary, target);
    await syncFolder(path.dirname(target));
    return done(undefined);
  } catch (error) {
    // What is told is why it was not written.
    await promises.rm(temporary, { force: true }).catch(() => undefined);
    return failed('STORAGE_FAILED', `${target} could not be written: ${wordsOf(error)}.`);
  }
}

/** What systems answer that can't sync a folder, or not this one. */
const NOT_HERE = new Set(['EINVAL', 'ENOTSUP', 'EPERM', 'EACCES', 'EISDIR', 'EBADF']);

/** Without this a loss of power may bring back the name as it was. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await promises.open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!NOT_HERE.has(codeOf(error))) throw error;
  }
}

/** Writes a value as JSON to a file that must not be there yet, readable by the user alone. */
export async function createJson(file: string, value: unknown): Promise<Result<void>> {
  try {
    await writeAnew(file, textOf(value));
    return done(undefined);
  } catch (error) {
    if (codeOf(error) === 'EEXIST')
      return failed('CONFLICT', `${file} is there already and is not written over; name another file.`);
    return failed('STORAGE_FAILED', `${file} could not be written: ${wordsOf(error)}; name another file.`);
  }
}

/** As it stands in the file. */
export function textOf(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
