// Reads an asar archive: a header in JSON, then the files one after another (https://github.com/electron/asar#format).
import { readFileSync } from 'node:fs';

/** The header's length, and the header as text, are written as Chromium pickles. */
const HEADER_SIZE_AT = 4;
const TEXT_SIZE_AT = 12;
const TEXT_AT = 16;
const CONTENT_AFTER_HEADER = 8;

type Entry = { files?: Record<string, Entry>; offset?: string; size?: number };
type Archive = { files: Map<string, Entry>; content: Buffer };

/** The paths of all files in it, sorted. */
export function listArchive(file: string): string[] {
  return [...openArchive(file).files.keys()].sort();
}

export function readFromArchive(file: string, name: string): Buffer {
  const { files, content } = openArchive(file);
  const { offset, size } = files.get(name) ?? {};
  if (offset === undefined || size === undefined) throw new Error(`${name} is not in ${file}`);
  return content.subarray(Number(offset), Number(offset) + size);
}

function openArchive(file: string): Archive {
  const bytes = readFileSync(file);
  const text = bytes.toString('utf8', TEXT_AT, TEXT_AT + bytes.readUInt32LE(TEXT_SIZE_AT));
  const files = new Map<string, Entry>();
  collect(JSON.parse(text) as Entry, '', files);
  return { files, content: bytes.subarray(CONTENT_AFTER_HEADER + bytes.readUInt32LE(HEADER_SIZE_AT)) };
}

function collect(folder: Entry, prefix: string, into: Map<string, Entry>): void {
  for (const [name, entry] of Object.entries(folder.files ?? {})) {
    if (entry.files) collect(entry, `${prefix}${name}/`, into);
    else into.set(prefix + name, entry);
  }
}
