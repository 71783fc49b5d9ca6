// JSON files on disk, read with damage noticed: nobody's file is lost.
import { closeSync, constants, fstatSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import * as path from 'node:path';
import { whatElse } from './target.ts';
import { codeOf, wordsOf } from './words.ts';

export type Stored =
  | { kind: 'none' }
  | { kind: 'value'; value: unknown }
  /** It was no JSON and has been moved aside. */
  | { kind: 'damaged'; reason: string; movedTo: string }
  /** It is there but could not be read: no permission, or no regular file. It has been left alone. */
  | { kind: 'unreadable'; reason: string };

/** Reads a JSON file, in UTF-8 or UTF-16 as its byte order mark says. One that is no JSON is moved aside, with the time `at` in its name. */
export function readJson(file: string, at: Date = new Date()): Stored {
  let text: string;
  try {
    const what = whatElse(statSync(file));
    if (what !== null) return { kind: 'unreadable', reason: `${file} can't be read: it is ${what}.` };
    text = textIn(file);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { kind: 'none' };
    return { kind: 'unreadable', reason: `${file} can't be read: ${wordsOf(error)}.` };
  }
  try {
    return { kind: 'value', value: JSON.parse(text) };
  } catch {
    return { kind: 'damaged', reason: `${file} is not valid JSON.`, movedTo: moveAside(file, at) };
  }
}

/** What is in a JSON file, which stays as it is; undefined where it is none, which is for who opens it to say. */
export function peekJson(file: string): unknown {
  try {
    return whatElse(statSync(file)) === null ? JSON.parse(textIn(file)) : undefined;
  } catch {
    return undefined;
  }
}

/** The text of a regular file. Opened without waiting: a FIFO that has taken the file's place would never answer. Windows has no such flag, and reads undefined as 0. */
export function textIn(file: string): string {
  const opened = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    if (whatElse(fstatSync(opened)) !== null) throw new Error(`${file} is no regular file any more.`);
    return decoded(readFileSync(opened));
  } finally {
    closeSync(opened);
  }
}

/** Editors and shells on Windows put a mark in front, or write two bytes for each character. */
export function decoded(bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}

/** Renames a file that can't be used to one with the time in its name and answers where it is now: where it was, if it can't be renamed. */
export function moveAside(file: string, at: Date, why: 'damaged' | 'replaced' = 'damaged'): string {
  const { dir, name, ext } = path.parse(file);
  const stamp = `${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
  const target = path.join(dir, `${name}.${stamp}.${why}${ext}`);
  try {
    renameSync(file, target);
    return target;
  } catch {
    // Where it is says that it could not be moved.
    return file;
  }
}
