// A disk that is full or read-only: said, nothing half done, and nothing lost without a word.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mountSmall, remount, skipFor, unmount } from './machine.ts';
import { ask, edit, end, read, serve, tryServe } from './process.ts';

const BLOCK = 4096;

let folder = '';
let disk = '';
let why: string | null = null;

beforeEach((context) => {
  folder = mkdtempSync(path.join(tmpdir(), 'metadeck-disk-'));
  disk = path.join(folder, 'disk');
  why = mountSmall(disk);
  skipFor(context, why);
});
afterEach(() => {
  if (why === null) unmount(disk);
  rmSync(folder, { recursive: true, force: true });
});

/** Leaves not a block. */
function fill(): void {
  for (let i = 0; ; i += 1) {
    try {
      writeFileSync(path.join(disk, `fill-${i}`), Buffer.alloc(BLOCK));
    } catch {
      return;
    }
  }
}

function makeRoom(): void {
  for (const name of readdirSync(disk)) if (name.startsWith('fill-')) rmSync(path.join(disk, name));
}

const world = (): string => path.join(disk, 'world.json');

describe('full', () => {
  test('an edit is refused and changes nothing, an event is fired with a warning, and the end says what is lost', async () => {
    const serving = await serve({ folder }, '--world', world());
    expect(await edit(serving, 'a', 'kept')).toMatchObject({ status: 200 });
    fill();
    const refused = await edit(serving, 'a', 'lost');
    expect(refused).toMatchObject({ status: 500, body: { error: { code: 'STORAGE_FAILED' } } });
    expect(refused.body.error?.message).toBe(`${world()} could not be written: the disk is full. Nothing was changed.`);
    expect(await read(serving, 'own/a')).toBe('kept');
    expect(readdirSync(disk).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    const fired = await ask(serving, 'POST', '/v1/events/spot-interruption', {});
    expect(fired.status).toBe(200);
    expect(JSON.stringify(fired.body.data)).toMatch(/"warning":"[^"]+the disk is full\./);
    expect(await read(serving, 'spot/instance-action')).toContain('terminate');
    const { code, err } = await end(serving);
    expect(code).toBe(1);
    expect(err).toMatch(/^metadeck: The last changes are not saved\. .+: the disk is full\.\n$/);
    expect(readFileSync(world(), 'utf8')).toContain('kept');
  });

  test('with room again the next edit keeps all that there is', async () => {
    const serving = await serve({ folder }, '--world', world());
    await edit(serving, 'a', '1');
    fill();
    await ask(serving, 'POST', '/v1/events/rebalance-recommendation', {});
    makeRoom();
    expect(await edit(serving, 'b', '2')).toMatchObject({ status: 200 });
    expect(await end(serving, 'SIGKILL')).toMatchObject({ code: null });
    const again = await serve({ folder }, '--world', world());
    expect([await read(again, 'own/a'), await read(again, 'own/b')]).toEqual(['1', '2']);
    expect(await read(again, 'events/recommendations/rebalance')).toContain('noticeTime');
    expect(await end(again)).toMatchObject({ code: 0 });
  });
});

describe('read-only', () => {
  test('an edit is refused, and with nothing unsaved the end is a good one', async () => {
    const serving = await serve({ folder }, '--world', world());
    await edit(serving, 'a', 'kept');
    remount(disk, 'ro');
    expect(await edit(serving, 'a', 'lost')).toMatchObject({
      status: 500,
      body: { error: { code: 'STORAGE_FAILED' } },
    });
    expect(await read(serving, 'own/a')).toBe('kept');
    expect(await end(serving)).toMatchObject({ code: 0, err: '' });
    const refused = await tryServe({ folder }, '--world', world());
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('the disk is read-only. With --read-only it is opened without saving.');
    const reading = await serve({ folder }, '--world', world(), '--read-only');
    expect(await read(reading, 'own/a')).toBe('kept');
    expect(await edit(reading, 'a', 'for this run')).toMatchObject({ status: 200 });
    expect(await end(reading)).toMatchObject({ code: 0, err: '' });
  });
});
