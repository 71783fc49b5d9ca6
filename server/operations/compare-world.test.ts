// What an import would change is what it then changes; comparing itself changes nothing, and is refused as the import is.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { presetWorld } from '../first-world.ts';
import { startedRuntime, START, type ExampleRuntime } from '../runtime.example.ts';

let example: ExampleRuntime;
beforeEach(async () => {
  example = await startedRuntime();
});
afterEach(() => example.runtime.stop());

const FILE = { name: 'a.yaml', text: 'metadata:\n  values:\n    instance-type: chosen\nspot:\n  acton: stop' };

test('a world: values, options and events', async () => {
  const world = presetWorld('eks-node', START);
  await example.did('events.interrupt', {});
  const before = await example.did('world.get');
  const would = await example.did('world.compare', { world });
  expect(await example.did('world.get')).toEqual(before);
  expect(would.options).toContainEqual({ option: 'httpTokens', was: 'optional', is: 'required' });
  expect(would.events).toEqual({ was: 1, is: 0 });
  expect(would.profile).toEqual({ was: 'ec2', is: 'ec2' });
  expect(would.changed).not.toEqual([]);

  await example.did('world.put', world);
  const after = await example.did('world.compare', { world });
  expect(after).toMatchObject({ changed: [], options: [], events: { was: 0, is: 0 }, audience: false, warnings: [] });
});

test('an AEMM configuration: its profile, and what of it nobody understands', async () => {
  const would = await example.did('world.compare', FILE);
  expect(would.profile).toEqual({ was: 'ec2', is: 'aemm' });
  expect(would.warnings).toEqual((await example.did('world.import', FILE)).warnings);
  expect(would.warnings).toHaveLength(1);
  expect(would.changed.find(({ path }) => path === 'meta-data/instance-type')?.is).toBe('chosen');
});

test.each([[{ name: 'b.toml', text: '[spot]\naction = "junk"' }], [{ name: 'b.yaml', text: 'spot:\n  action: [' }]])(
  '%j is refused as its import is',
  async (file) => {
    expect(await example.refused('world.compare', file)).toEqual(await example.refused('world.import', file));
  },
);
