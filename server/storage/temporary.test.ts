// Temporary files: names that nobody can guess, nothing followed, and those of dead processes swept.
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sweep, temporaryFor, writeAnew } from './temporary.ts';

/** Above the highest number that Linux gives a process. */
const GONE = 2 ** 22 + 1;
const RANDOM = '0123456789abcdef0123456789abcdef';

let dir = '';
let target = '';
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'metadeck-test-'));
  target = path.join(dir, 'world.json');
});
afterEach(() => rmSync(dir, { recursive: true }));

test('no two names are alike, and each lies beside its target and says whose it is', () => {
  const names = Array.from({ length: 100 }, () => temporaryFor(target));
  expect(new Set(names).size).toBe(100);
  for (const name of names) expect(path.relative(dir, name)).toMatch(/^world\.json\.\d+\.[0-9a-f]{32}\.tmp$/);
});

test.skipIf(process.platform === 'win32')('a file is made for the user alone', async () => {
  await writeAnew(target, 'mine');
  expect(readFileSync(target, 'utf8')).toBe('mine');
  expect(lstatSync(target).mode & 0o777).toBe(0o600);
});

test('what is there already is neither written over nor followed', async () => {
  const other = path.join(dir, 'other');
  writeFileSync(other, 'of somebody else');
  symlinkSync(other, target);
  await expect(writeAnew(target, 'mine')).rejects.toMatchObject({ code: 'EEXIST' });
  await expect(writeAnew(other, 'mine')).rejects.toMatchObject({ code: 'EEXIST' });
  expect(readFileSync(other, 'utf8')).toBe('of somebody else');
});

test('left ones of dead processes are swept, of the old name too, and nothing else is', async () => {
  const swept = [`world.json.${GONE}.tmp`, `world.json.${GONE}.${RANDOM}.tmp`];
  const kept = [
    `world.json.${process.ppid}.${RANDOM}.tmp`,
    `world.json.${process.pid}.${RANDOM}.tmp`,
    `other.json.${GONE}.tmp`,
    `world.json.${GONE}.txt`,
    `world.json.x${GONE}.tmp`,
    `world.json.${GONE}.${RANDOM}.tmp.bak`,
    'world.json.tmp',
  ];
  for (const name of [...swept, ...kept]) writeFileSync(path.join(dir, name), '');
  symlinkSync('other.json', path.join(dir, `world.json.${GONE + 1}.tmp`));
  await sweep(target, false);
  expect(readdirSync(dir).sort()).toEqual([...kept, `world.json.${GONE + 1}.tmp`].sort());
});

test('with nobody else about, those with the number of this process go too', async () => {
  writeFileSync(path.join(dir, `world.json.${process.pid}.${RANDOM}.tmp`), '');
  await sweep(target, true);
  expect(readdirSync(dir)).toEqual([]);
});
