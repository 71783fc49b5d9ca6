// Files on disk: whole or not at all, for the user alone, damage moved aside.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { moveAside, readJson } from './read-json.ts';
import { createJson, writeJson } from './write-json.ts';

const AT = new Date('2026-11-22T07:30:00.123Z');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'metadeck-storage-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('what was written is read back', async () => {
  const file = path.join(folder, 'deeper', 'world.json');
  expect(await writeJson(file, { a: 1 })).toEqual({ ok: true, data: undefined });
  expect(readJson(file)).toEqual({ kind: 'value', value: { a: 1 } });
});

test('a new file is made once and not written over, nor in a folder that is not there', async () => {
  const file = path.join(folder, 'world.json');
  expect(await createJson(file, { a: 1 })).toEqual({ ok: true, data: undefined });
  expect(await createJson(file, { a: 2 })).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
  expect(readJson(file)).toEqual({ kind: 'value', value: { a: 1 } });
  const lost = await createJson(path.join(folder, 'deeper', 'world.json'), {});
  expect(lost).toMatchObject({ ok: false, error: { code: 'STORAGE_FAILED' } });
  expect(!lost.ok && lost.error.message).toContain('its folder is not there');
});

test('a file that is not there is none', () => {
  expect(readJson(path.join(folder, 'world.json'))).toEqual({ kind: 'none' });
});

test.skipIf(process.platform === 'win32')(
  'a file is for the user alone, also one that was open to others',
  async () => {
    const file = path.join(folder, 'world.json');
    writeFileSync(file, '{}', { mode: 0o644 });
    await writeJson(file, {});
    expect(statSync(file).mode & 0o777).toBe(0o600);
  },
);

test('of many writes at once the last one stays, and no temporary file', async () => {
  const file = path.join(folder, 'world.json');
  const results = await Promise.all(Array.from({ length: 50 }, (_, index) => writeJson(file, index)));
  expect(results.every(({ ok }) => ok)).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe('49\n');
  expect(readdirSync(folder)).toEqual(['world.json']);
});

test('damage is moved aside with its time in the name', () => {
  const file = path.join(folder, 'world.json');
  writeFileSync(file, '{ "version": 1, ');
  const movedTo = path.join(folder, 'world.2026-11-22T07-30-00Z.damaged.json');
  expect(readJson(file, AT)).toEqual({ kind: 'damaged', reason: `${file} is not valid JSON.`, movedTo });
  expect(existsSync(file)).toBe(false);
  expect(readFileSync(movedTo, 'utf8')).toBe('{ "version": 1, ');
});

test('JSON that a schema refuses can be moved aside too', () => {
  const file = path.join(folder, 'settings.json');
  writeFileSync(file, '[]');
  expect(moveAside(file, AT)).toBe(path.join(folder, 'settings.2026-11-22T07-30-00Z.damaged.json'));
});

test('a directory in its place is left alone, and said', async () => {
  const file = path.join(folder, 'world.json');
  mkdirSync(file);
  expect(readJson(file)).toEqual({ kind: 'unreadable', reason: `${file} can't be read: it is a directory.` });
  const written = await writeJson(file, {});
  expect(written).toMatchObject({ ok: false, error: { code: 'STORAGE_FAILED' } });
  expect(readdirSync(folder)).toEqual(['world.json']);
});
