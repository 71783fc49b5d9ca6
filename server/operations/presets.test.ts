// Presets applied: what is said to change, what stays, and the way back.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PRESET_NAMES } from '../../app/metadata/presets/names.ts';
import { startedRuntime, type ExampleRuntime } from '../runtime.example.ts';

let example: ExampleRuntime;
beforeEach(async () => {
  example = await startedRuntime();
});
afterEach(() => example.runtime.stop());

test('all are listed with their documentation, and the one that is there is marked', async () => {
  const { items } = await example.did('presets.list');
  expect(items.map(({ name }) => name)).toEqual([...PRESET_NAMES]);
  expect(items.filter(({ current }) => current).map(({ name }) => name)).toEqual(['spot']);
});

describe.each(PRESET_NAMES)('%s', (name) => {
  test('a dry run says what an apply then does, and changes nothing', async () => {
    const before = await example.did('world.get');
    const would = await example.did('presets.apply', { name, dryRun: true });
    expect(await example.did('world.get')).toEqual(before);
    expect(await example.did('presets.apply', { name })).toEqual(would);
    const options = await example.did('options.get');
    expect(options).toMatchObject(Object.fromEntries(would.options.map(({ option, is }) => [option, is])));
    const { items } = await example.did('metadata.list');
    const values = new Map(items.map(({ path, value }) => [path, value]));
    for (const { path, is } of would.changed) expect([path, values.get(path) ?? null]).toEqual([path, is]);
  });
});

test('what answers as AEMM is refused beside another that does, also when it is only tried', async () => {
  const world = await example.did('world.get');
  const [first] = world.instances;
  if (!first) throw new Error('A world has an instance.');
  await example.did('world.put', { ...world, instances: [first, { ...first, name: 'second' }] });
  await example.did('presets.apply', { name: 'aemm' });
  await example.did('presets.apply', { name: 'aemm', fresh: true });
  for (const dryRun of [true, false]) {
    const refused = await example.refused('presets.apply', { name: 'aemm', instance: 'second', dryRun });
    expect(refused).toMatchObject({ code: 'CONFLICT' });
  }
});

test('events, rules and the name stay, and it is one step to undo', async () => {
  await example.did('events.interrupt', {});
  await example.did('audience.set', { kind: 'everyone' });
  const before = await example.did('world.get');
  const { changed, options } = await example.did('presets.apply', { name: 'on-demand' });
  expect(changed).toContainEqual({ path: 'meta-data/instance-type', was: 'm7g.large', is: 'm7i.large' });
  expect(options).toContainEqual({ option: 'httpTokens', was: 'optional', is: 'required' });
  const after = await example.did('world.get');
  const [was] = before.instances;
  expect(after.instances).toMatchObject([{ name: 'spot', events: was?.events, audience: was?.audience }]);
  expect(await example.did('world.undo')).toEqual({ title: 'applied preset on-demand' });
  expect(await example.did('world.get')).toEqual(before);
});

test('a fresh one has no events, no edits and the first rules; undo brings all of it back', async () => {
  await example.did('events.interrupt', {});
  await example.did('audience.set', { kind: 'nobody' });
  await example.did('metadata.set', { path: 'meta-data/own', value: 'x' });
  const before = await example.did('world.get');
  const { changed } = await example.did('presets.apply', { name: 'spot', fresh: true });
  expect(changed).toContainEqual({ path: 'meta-data/own', was: 'x', is: null });
  expect(changed.map(({ path }) => path)).toContain('meta-data/spot/instance-action');
  expect(await example.read('meta-data/own')).toContain('404');
  const { instances } = await example.did('world.get');
  expect(instances).toMatchObject([
    { name: 'spot', events: [], overrides: {}, audience: { spot: { kind: 'everyone' } } },
  ]);
  expect(await example.did('world.undo')).toEqual({ title: 'made a new spot' });
  expect(await example.did('world.get')).toEqual(before);
});

test('a fresh one frees the places', async () => {
  await example.did('audience.set', { kind: 'first', count: 2 });
  await example.did('events.interrupt', {});
  await example.read('meta-data/spot/instance-action');
  const held = async () => (await example.did('audience.get')).spot.holders;
  expect(await held()).toHaveLength(1);
  await example.did('presets.apply', { name: 'asg-spot', fresh: true });
  expect(await held()).toEqual([]);
});
