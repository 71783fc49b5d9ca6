// A world is taken over whatever version it was exported or saved with, unless a newer Metadeck did.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { savedWorld } from '../../app/world/saved.ts';
import { presetWorld } from '../first-world.ts';
import { startedRuntime, START, type ExampleRuntime } from '../runtime.example.ts';

let example: ExampleRuntime;
beforeEach(async () => {
  example = await startedRuntime();
});
afterEach(() => example.runtime.stop());

const WORLD = presetWorld('windows', START);

test.each([
  ['version 1', WORLD],
  ['version 3', savedWorld(WORLD)],
])('of %s', async (_name, given) => {
  expect(await example.did('world.put', given)).toEqual(WORLD);
  expect(await example.did('world.get')).toEqual(WORLD);
});

test.each([
  [{ ...savedWorld(WORLD), version: 4, fleet: [] }, /^version: A newer Metadeck saved this world; /],
  [{ ...savedWorld(WORLD), instances: [{ name: 'web', preset: 'none', createdAt: 0 }] }, /^instances\.0\.preset: /],
])('is refused and changes nothing', async (given, message) => {
  const before = await example.did('world.get');
  const refused = await example.refused('world.put', given);
  expect(refused).toMatchObject({ code: 'INVALID_INPUT' });
  expect(refused.message).toMatch(message);
  expect(await example.did('world.get')).toEqual(before);
});
