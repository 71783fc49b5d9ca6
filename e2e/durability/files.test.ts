// One process for each world, and nothing but a regular file of one's own.

import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeDevice, makeFifo, skipFor } from './machine.ts';
import { edit, end, expectEnd, read, run, serve, tryServe } from './process.ts';

let folder = '';
const world = (): string => path.join(folder, 'world.json');

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'metadeck-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('two processes on one world', () => {
  test('the second is refused with the first one named, may read, and has it once the first was killed', async () => {
    const first = await serve({ folder }, '--world', world());
    await edit(first, 'a', 'of the first');
    const refused = await tryServe({ folder }, '--world', world());
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain(`${world()} is used by another Metadeck (pid ${first.child.pid}, since `);
    const reader = await serve({ folder }, '--world', world(), '--read-only');
    expect(await read(reader, 'own/a')).toBe('of the first');
    await edit(reader, 'a', 'of the reader');
    await end(reader);
    await end(first, 'SIGKILL');
    const second = await serve({ folder }, '--world', world());
    expect(await read(second, 'own/a')).toBe('of the first');
    expect(await end(second)).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(folder)).not.toContain('world.json.lock');
  });
});

describe('a world that is no regular file', () => {
  test('a link stays, and what it leads to is replaced', async () => {
    mkdirSync(path.join(folder, 'elsewhere'));
    symlinkSync('elsewhere/real.json', world());
    const serving = await serve({ folder }, '--world', world());
    await edit(serving, 'a', 'through the link');
    await end(serving);
    expect(readlinkSync(world())).toBe('elsewhere/real.json');
    expect(readFileSync(path.join(folder, 'elsewhere', 'real.json'), 'utf8')).toContain('through the link');
  });

  test('a device is refused and stays one', async (context) => {
    skipFor(context, makeDevice(world()));
    const refused = await tryServe({ folder }, '--world', world());
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('is a device, and only a regular file is used');
    expect(lstatSync(world()).isCharacterDevice()).toBe(true);
  });

  test('a FIFO is refused at once', async (context) => {
    skipFor(context, makeFifo(world()));
    expectEnd(await tryServe({ folder }, '--world', world()), 1, 'is a FIFO');
    expect(lstatSync(world()).isFIFO()).toBe(true);
  });

  test('a directory, and no name at all', async () => {
    mkdirSync(world());
    expectEnd(await tryServe({ folder }, '--world', world()), 1, 'is a directory');
    const unnamed = await tryServe({ folder }, '--world', '');
    expect([unnamed.code, unnamed.err]).toEqual([2, expect.stringContaining('this is empty')]);
  });
});

test('a world of more than a mebibyte is taken back as it was exported', async () => {
  const serving = await serve({ folder }, '--world', world());
  const text = 'x'.repeat(60_000);
  for (let i = 0; i < 20; i += 1) await edit(serving, `long-${i}`, text);
  const exported = path.join(folder, 'exported.json');
  const { code } = await run({ folder }, 'export', exported);
  expect(code).toBe(0);
  expect(lstatSync(exported).size).toBeGreaterThan(1_048_576);
  await end(serving);
  const other = await serve({ folder });
  expect(await run({ folder }, 'import', exported)).toMatchObject({ code: 0 });
  expect(await read(other, 'own/long-19')).toBe(text);
  await end(other);
});

test('what killed processes of earlier versions left is swept', async () => {
  writeFileSync(path.join(folder, `world.json.${2 ** 22 + 1}.tmp`), '{"secret": 1}');
  const serving = await serve({ folder }, '--world', world());
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  await end(serving);
});
