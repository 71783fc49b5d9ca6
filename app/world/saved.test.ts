// The saved form: what is left out, what comes back, files of version 1, files of a newer version.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AEMM_DEFAULTS } from '../aemm/defaults/defaults.ts';
import { aemmWorld } from '../aemm/world.ts';
import { PRESET_NAMES } from '../metadata/presets/names.ts';
import { presetInstance } from '../metadata/presets/presets.ts';
import { exampleService, START } from '../service.example.ts';
import * as step from '../steps.example.ts';
import { readSavedWorld } from './migrate.ts';
import { savedWorld } from './saved.ts';
import { readWorld } from './world-check.ts';
import { type World, world } from './world.ts';

const worldOf = (...instances: World['instances']): World => ({ version: 1, instances, routing: [] });
const PRESET_WORLDS = PRESET_NAMES.map((name) => [name, worldOf(presetInstance(name, START + 1))] as const);
const throughFile = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** It wrote the world as it is in memory. */
const AS_VERSION_1 = 'version 1';

test.each(PRESET_NAMES)('a new %s is its name, its preset and when it was made', (name) => {
  const saved = savedWorld(worldOf(presetInstance(name, START)));
  expect(throughFile(saved.instances)).toEqual([{ name, preset: name, createdAt: START }]);
});

test.each(PRESET_WORLDS)('a new %s comes back, from version 3 and from version 1', (_name, given) => {
  expect(readSavedWorld(throughFile(savedWorld(given)))).toEqual({ ok: true, data: given });
  expect(readSavedWorld(throughFile(given))).toEqual({ ok: true, data: given });
});

test('what differs is there, fact by fact', () => {
  const instance = presetInstance('spot', START);
  const changed = {
    ...instance,
    name: 'web',
    changedAt: START + 5000,
    facts: { ...instance.facts, instanceType: 'c7g.large', tags: {} },
    options: { ...instance.options, httpTokens: 'required' as const },
  };
  expect(savedWorld(worldOf(changed)).instances).toEqual([
    {
      name: 'web',
      preset: 'spot',
      createdAt: instance.createdAt,
      changedAt: START + 5000,
      facts: { instanceType: 'c7g.large', tags: {} },
      options: { httpTokens: 'required' },
    },
  ]);
});

test('of a run of AEMM, the settings that are not as usual, and since when', () => {
  const given = aemmWorld({ ...AEMM_DEFAULTS, 'mock-delay-sec': 7 }, START + 123);
  expect(savedWorld(given).instances[0]?.['aemm']).toEqual({
    settings: { 'mock-delay-sec': 7 },
    startedAt: START + 123,
  });
  expect(readSavedWorld(throughFile(savedWorld(given)))).toEqual({ ok: true, data: given });
});

const seconds = fc.integer({ min: 0, max: 300 });
const anyStep: fc.Arbitrary<step.Step> = fc.oneof(
  seconds.map(step.rebalanceStep),
  seconds.map(step.lifecycleStep),
  seconds.map(step.skipStep),
  seconds.map((wait) => step.waitStep(wait * 1000)),
  fc
    .tuple(fc.constantFrom('meta-data/mac', 'meta-data/mine', 'dynamic'), fc.string())
    .map(([path, value]) => step.overrideStep(path, { value }, false)),
  fc.tuple(fc.string({ minLength: 1 }), fc.base64String(), fc.boolean()).map((given) => step.factsStep(...given)),
);

test.each(['version 3', AS_VERSION_1])('what was saved is what comes back, always, from %s', (version) => {
  const made = fc.tuple(fc.array(anyStep, { maxLength: 12 }), fc.constantFrom(...PRESET_NAMES), fc.nat());
  const property = fc.property(made, ([steps, preset, late]) => {
    const service = exampleService();
    for (const one of steps) one(service);
    const other = { ...presetInstance(preset, late * 1000), name: 'other' };
    const given: World = {
      ...worldOf(service.instance(), { ...other, events: service.instance().events, changedAt: late * 1000 + 1 }),
      routing: [{ instance: 'other', clients: ['10.0.0.9'] }],
      hops: { '10.0.0.9': 3 },
    };
    fc.pre(readWorld(throughFile(given)).ok);
    const written = throughFile(version === AS_VERSION_1 ? given : savedWorld(given));
    const read = readSavedWorld(written);
    expect(JSON.stringify(read.ok && sorted(read.data))).toBe(JSON.stringify(sorted(given)));
  });
  fc.assert(property, { numRuns: 50 });
});

/** In the order of the schema, but for tags and overrides, whose order is kept. */
function sorted(given: World): World {
  return world.parse(given);
}

describe('refused, with one sentence', () => {
  const [, spot] = PRESET_WORLDS[0] ?? ['', worldOf()];
  const instance = { name: 'web', preset: 'spot', createdAt: START };
  const saved = (more: object) => ({ version: 3, instances: [{ ...instance, ...more }], routing: [] });

  test.each([
    ['a newer version', { ...savedWorld(spot), version: 4 }, 'The world is of version 4, which a newer Metadeck saved'],
    ['a preset that is none', saved({ preset: 'none' }), 'instances.0.preset: '],
    ['a moment that is none', saved({ createdAt: 'today' }), 'instances.0.createdAt: '],
    ['a fact that is none', saved({ facts: { region: 'mars' } }), 'instances.0.facts.region: '],
    ['hops that are none', { ...saved({}), hops: { '10.0.0.9': 65 } }, 'hops.10.0.0.9: '],
    ['hops of no address', { ...saved({}), hops: { web: 2 } }, 'hops.web: '],
    ['facts that are none', saved({ facts: 'few' }), 'instances.0.facts: '],
    ['a field that nobody knows', saved({ colour: 'red' }), 'instances.0.colour: '],
    [
      'a contradiction',
      saved({ facts: { region: 'eu-west-1' } }),
      'The world contradicts itself at instances.0.facts.',
    ],
    ['no version', { instances: [instance], routing: [] }, 'version: '],
    ['a version that is none', { ...savedWorld(spot), version: 0 }, 'version: '],
  ])('%s', (_name, given, message) => {
    const read = readSavedWorld(given);
    expect(read.ok ? '' : read.error.message).toContain(message);
  });
});
