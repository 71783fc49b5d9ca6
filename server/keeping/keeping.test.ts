// Acknowledged means kept: no answer before the disk has it, and nothing changed where it can't be kept.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { done, failed, type Result } from '../../app/result.ts';
import { firstInstance } from '../../app/world/instances.ts';
import type { World } from '../../app/world/world.ts';
import { partsOf, rawAsk } from '../imds/raw-ask.example.ts';
import { type ExampleRuntime, startedRuntime } from '../runtime.example.ts';

/** A disk that is asked and answers when the test says so. */
type Disk = {
  saved: World[];
  answer: (result: Result<void>) => Promise<void>;
  waiting: () => boolean;
  /** From then on it keeps everything at once. */
  release: () => void;
};

/** The first call loads what it needs. */
const SLOW = { timeout: 20_000 };

const FULL = failed('STORAGE_FAILED', 'w.json could not be written: the disk is full.');
const MINE = { path: 'meta-data/mine', value: '1' };
const OTHER = { path: 'meta-data/other', value: '2' };

let example: ExampleRuntime;
let disk: Disk;

function createDisk(): Disk & { save: (world: World) => Promise<Result<void>> } {
  const saved: World[] = [];
  let settle: ((result: Result<void>) => void) | null = null;
  let isFree = false;
  return {
    saved,
    save: (world) =>
      new Promise((resolve) => {
        saved.push(world);
        if (isFree) resolve(done(undefined));
        else settle = resolve;
      }),
    release() {
      isFree = true;
      settle?.(done(undefined));
    },
    waiting: () => settle !== null,
    async answer(result) {
      await expect.poll(() => settle, SLOW).not.toBeNull();
      const answered = settle;
      settle = null;
      answered?.(result);
    },
  };
}

beforeEach(async () => {
  const made = createDisk();
  disk = made;
  example = await startedRuntime({
    worldFile: { path: 'w.json', world: undefined, problems: [], save: made.save, close: () => undefined },
  });
});
afterEach(async () => {
  disk.release();
  await example.runtime.stop();
});

/** Until the disk is asked. */
async function writing(): Promise<void> {
  await expect.poll(disk.waiting, SLOW).toBe(true);
}

/** Whether it has been answered, once all that needs no disk has had its turn. */
async function isAnswered(call: Promise<unknown>): Promise<boolean> {
  const turns = example.runtime.carry('status.get', {}, 'panel').then(() => false);
  return Promise.race([call.then(() => true), turns]);
}

function set(input: typeof MINE) {
  return example.runtime.carry('metadata.set', input, 'panel');
}

function mine(): unknown {
  return example.runtime.carry('metadata.list', { under: 'meta-data/mine' }, 'panel');
}

async function served(path: string): Promise<string> {
  return partsOf(await rawAsk(example.port(), [`GET /latest/meta-data/${path} HTTP/1.1`])).status;
}

describe('an edit', () => {
  test('is answered once it is on disk', async () => {
    const call = set(MINE);
    await writing();
    expect(await isAnswered(call)).toBe(false);
    await disk.answer(done(undefined));
    expect(await call).toMatchObject({ ok: true });
    expect(disk.saved).toHaveLength(1);
  });

  test('that comes during a write shares the next one with all others that do', async () => {
    const first = set(MINE);
    await writing();
    const others = [1, 2, 3].map((i) => set({ path: `meta-data/other-${i}`, value: '2' }));
    expect(await isAnswered(others[0] ?? first)).toBe(false);
    await disk.answer(done(undefined));
    expect(await first).toMatchObject({ ok: true });
    expect(await isAnswered(others[0] ?? first)).toBe(false);
    await disk.answer(done(undefined));
    expect(await Promise.all(others)).toMatchObject([{ ok: true }, { ok: true }, { ok: true }]);
    expect(disk.saved).toHaveLength(2);
    expect(JSON.stringify(disk.saved[1])).toContain('meta-data/other-3');
  });

  test('that can not be kept changes nothing, and says why', async () => {
    const before = await example.did('world.get');
    const { undo } = example.runtime.status();
    const call = set(MINE);
    await disk.answer(FULL);
    expect(await call).toEqual(
      failed('STORAGE_FAILED', 'w.json could not be written: the disk is full. Nothing was changed.'),
    );
    expect(await example.did('world.get')).toEqual(before);
    expect(example.runtime.status().undo).toBe(undo);
    expect(await served('mine')).toContain('404');
  });

  test('that can not be kept takes those along that came on top of it', async () => {
    const before = await example.did('world.get');
    const first = set(MINE);
    await writing();
    const second = set(OTHER);
    await expect.poll(() => example.runtime.status().undo, SLOW).toBe('set meta-data/other');
    const undone = example.runtime.carry('world.undo', {}, 'panel');
    await expect.poll(() => example.runtime.status().redo, SLOW).toBe('set meta-data/other');
    await disk.answer(FULL);
    for (const one of [first, second, undone]) expect(await one).toMatchObject({ error: { code: 'STORAGE_FAILED' } });
    expect(await example.did('world.get')).toEqual(before);
    expect(example.runtime.status()).toMatchObject({ undo: null, redo: null });
  });

  test('after one that was not kept is tried anew', async () => {
    const lost = set(MINE);
    await disk.answer(FULL);
    await lost;
    const call = set(OTHER);
    await disk.answer(done(undefined));
    expect(await call).toMatchObject({ ok: true });
    expect(JSON.stringify(disk.saved.at(-1))).not.toContain('meta-data/mine');
  });

  test('that changes nothing, and a question, wait for nobody', async () => {
    const call = set(MINE);
    await writing();
    expect(await example.refused('metadata.set', { path: 'meta-data/' })).toMatchObject({ code: 'INVALID_INPUT' });
    await example.did('metadata.set', { ...OTHER, dryRun: true });
    await example.did('events.list');
    await example.did('requests.clear');
    expect(await mine()).toMatchObject({ ok: true });
    await disk.answer(done(undefined));
    await call;
  });
});

describe('undo and redo', () => {
  test.each(['world.undo', 'world.redo'] as const)('%s that can not be kept changes nothing', async (name) => {
    const edited = set(MINE);
    await disk.answer(done(undefined));
    await edited;
    if (name === 'world.redo') {
      const undone = example.runtime.carry('world.undo', {}, 'panel');
      await disk.answer(done(undefined));
      await undone;
    }
    const { undo, redo } = example.runtime.status();
    const before = firstInstance(await example.did('world.get'));
    const call = example.runtime.carry(name, {}, 'panel');
    await disk.answer(FULL);
    expect(await call).toMatchObject({ error: { code: 'STORAGE_FAILED' } });
    expect(firstInstance(await example.did('world.get'))).toEqual(before);
    expect(example.runtime.status()).toMatchObject({ undo, redo });
  });

  test('an edit that can not be kept leaves what could be redone', async () => {
    const edited = set(MINE);
    await disk.answer(done(undefined));
    await edited;
    const undone = example.runtime.carry('world.undo', {}, 'panel');
    await disk.answer(done(undefined));
    await undone;
    const lost = set(OTHER);
    await disk.answer(FULL);
    await lost;
    expect(example.runtime.status()).toMatchObject({ undo: null, redo: 'set meta-data/mine' });
  });
});

describe('an event that a person fires', () => {
  const ACTION = 'spot/instance-action';

  test('is there where it can not be kept, with a warning in the answer', async () => {
    const call = example.runtime.carry('events.interrupt', {}, 'panel');
    await disk.answer(FULL);
    const said = 'w.json could not be written: the disk is full. It was fired all the same, and is not saved yet.';
    expect(await call).toMatchObject({ ok: true, data: { events: [{ kind: 'spot-interruption' }], warning: said } });
    expect(await served(ACTION)).toContain('200');
    expect(example.runtime.status().warnings.map(({ text }) => text)).toEqual([said]);
  });

  test('stays when an edit beside it is taken back', async () => {
    const edit = set(MINE);
    await writing();
    const fired = example.runtime.carry('events.interrupt', {}, 'panel');
    await expect.poll(() => example.runtime.status().undo, SLOW).toBe('fired interruption');
    await disk.answer(FULL);
    expect(await edit).toMatchObject({ error: { code: 'STORAGE_FAILED' } });
    expect(await fired).toMatchObject({ ok: true, data: { events: [{ kind: 'spot-interruption' }] } });
    expect((await example.did('events.list')).items).toHaveLength(1);
    expect(await served(ACTION)).toContain('200');
    expect(await served('mine')).toContain('404');
  });

  test('stays when a later edit can not be kept, and is saved with the first that can', async () => {
    const fired = example.runtime.carry('events.interrupt', {}, 'panel');
    await disk.answer(FULL);
    await fired;
    const lost = set(MINE);
    await disk.answer(FULL);
    expect(await lost).toMatchObject({ error: { code: 'STORAGE_FAILED' } });
    expect((await example.did('events.list')).items).toHaveLength(1);
    const kept = set(MINE);
    await disk.answer(done(undefined));
    expect(await kept).toMatchObject({ ok: true });
    expect(firstInstance(disk.saved.at(-1) ?? (await example.did('world.get'))).events).toHaveLength(1);
  });

  test('is tried again at the end, and what is lost is said', async () => {
    const fired = example.runtime.carry('events.interrupt', {}, 'panel');
    await disk.answer(FULL);
    await fired;
    const stopped = example.runtime.stop();
    await disk.answer(FULL);
    expect(await stopped).toEqual(FULL);
  });
});
