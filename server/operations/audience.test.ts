// Places: freed with their rule and with the last event, given and freed by people; undo brings each back.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startedRuntime, type ExampleRuntime } from '../runtime.example.ts';

let example: ExampleRuntime;
beforeEach(async () => {
  example = await startedRuntime();
});
afterEach(() => example.runtime.stop());

async function holders(): Promise<string[][]> {
  const { spot, lifecycle } = await example.did('audience.get');
  return [spot, lifecycle].map((group) => group.holders.map(({ client }) => client));
}

async function firstThree(): Promise<void> {
  await example.did('audience.set', { kind: 'first', count: 3, group: 'spot' });
  for (const client of ['10.0.0.1', '10.0.0.2', '10.0.0.3'])
    await example.did('audience.give', { client, group: 'spot' });
  await example.did('audience.give', { client: '::1', group: 'lifecycle' });
}

const THREE = ['10.0.0.1', '10.0.0.2', '10.0.0.3'];

describe('places are freed with their rule, and come back with it', () => {
  beforeEach(async () => {
    await example.did('audience.set', { kind: 'first', count: 2 });
    await firstThree();
  });

  test('by an edit, its undo and redo', async () => {
    await example.did('audience.set', { kind: 'first', count: 1, group: 'spot' });
    expect(await holders()).toEqual([[], ['127.0.0.1']]);
    expect(await example.did('world.undo')).toEqual({ title: 'changed who gets notices' });
    expect(await holders()).toEqual([THREE, ['127.0.0.1']]);
    await example.did('world.redo');
    expect(await holders()).toEqual([[], ['127.0.0.1']]);
  });

  test('not by the same rule again', async () => {
    await example.did('audience.set', { kind: 'first', count: 3, group: 'spot' });
    expect(await holders()).toEqual([THREE, ['127.0.0.1']]);
    expect(example.runtime.status().undo).toBe('gave 127.0.0.1 a place');
  });

  test('by a wish, which is one step; none where none is taken', async () => {
    await example.did('audience.free', { group: 'spot' });
    expect(await holders()).toEqual([[], ['127.0.0.1']]);
    await example.did('audience.free', {});
    await example.did('audience.free', {});
    expect(await holders()).toEqual([[], []]);
    expect(await example.did('world.undo')).toEqual({ title: 'freed the places' });
    expect(await holders()).toEqual([[], ['127.0.0.1']]);
    expect(await example.did('world.undo')).toEqual({ title: 'freed the places' });
    expect(await holders()).toEqual([THREE, ['127.0.0.1']]);
  });

  test('given: the one it was of has it again', async () => {
    await example.did('audience.give', { client: '10.0.0.9', group: 'spot' });
    expect((await holders())[0]).toEqual(['10.0.0.2', '10.0.0.3', '10.0.0.9']);
    expect(await example.did('world.undo')).toEqual({ title: 'gave 10.0.0.9 the place of 10.0.0.1' });
    expect((await holders())[0]).toEqual(THREE);
    await example.did('world.redo');
    expect((await holders())[0]).toEqual(['10.0.0.2', '10.0.0.3', '10.0.0.9']);
  });

  test('given in several groups: one step; to who holds one: none', async () => {
    await example.did('audience.give', { client: '10.0.0.9' });
    expect(await holders()).toEqual([
      ['10.0.0.2', '10.0.0.3', '10.0.0.9'],
      ['127.0.0.1', '10.0.0.9'],
    ]);
    await example.did('audience.give', { client: '10.0.0.9' });
    await example.did('world.undo');
    expect(await holders()).toEqual([THREE, ['127.0.0.1']]);
  });

  test('freed by another world, and back with the one before and who had seen it', async () => {
    await example.did('events.interrupt', {});
    await example.did('audience.give', { client: '127.0.0.1', group: 'spot' });
    await example.read('meta-data/spot/instance-action');
    const [before, events] = [await holders(), await example.did('events.list', {})];
    expect(events.items).toMatchObject([{ seenBy: [{ client: '127.0.0.1' }] }]);
    for (const replace of [
      async () => example.did('world.put', await example.did('world.get')),
      () => example.did('presets.apply', { name: 'spot', fresh: true }),
    ]) {
      await replace();
      expect(await holders()).toEqual([[], []]);
      await example.did('world.undo');
      expect(await holders()).toEqual(before);
      expect(await example.did('events.list', {})).toEqual(events);
    }
  });
});

describe('places are freed when the last event of their group ends', () => {
  const PATH = 'meta-data/spot/instance-action';
  let id: string;
  beforeEach(async () => {
    await example.did('audience.set', { kind: 'first', count: 1 });
    const { events } = await example.did('events.interrupt', {});
    id = events[0]?.id ?? '';
    await example.read(PATH);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['cancelled', () => example.did('events.cancel', { id })],
    ['completed', () => example.did('events.complete', { id })],
    ['withdrawn', () => example.did('events.withdraw-one', { id })],
    ['all withdrawn', () => example.did('events.withdraw')],
    ['undone', () => example.did('world.undo')],
  ])('%s', async (_, finish) => {
    await finish();
    expect(await holders()).toEqual([[], []]);
  });

  test('and come back with it', async () => {
    expect(await holders()).toEqual([['127.0.0.1'], []]);
    await example.did('events.cancel', { id });
    expect(await holders()).toEqual([[], []]);
    await example.did('world.undo');
    expect(await holders()).toEqual([['127.0.0.1'], []]);
    await example.did('world.redo');
    expect(await holders()).toEqual([[], []]);
  });

  test('not while another of the group is under way, nor by a replacement', async () => {
    await example.did('events.rebalance', {});
    await example.did('events.cancel', { id });
    await example.did('events.rebalance', {});
    expect(await holders()).toEqual([['127.0.0.1'], []]);
    await example.did('events.withdraw');
    expect(await holders()).toEqual([[], []]);
  });

  test('who came too late is forgotten with it, and the next notice finds a place', async () => {
    await example.did('audience.give', { client: '10.0.0.9', group: 'spot' });
    expect(await example.read(PATH)).toContain('404');
    expect((await example.did('audience.get')).spot.late).toHaveLength(1);
    await example.did('events.cancel', { id });
    expect((await example.did('audience.get')).spot.late).toEqual([]);
    await example.did('events.interrupt', {});
    expect(await example.read(PATH)).toContain('terminate');
  });

  test('what was given before a notice is held when the notice is undone', async () => {
    await example.did('world.undo');
    await example.did('audience.give', { client: '10.0.0.9', group: 'spot' });
    await example.did('events.interrupt', {});
    await example.did('world.undo');
    expect(await holders()).toEqual([['10.0.0.9'], []]);
  });
});
