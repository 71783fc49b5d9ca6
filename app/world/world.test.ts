// A world from outside: its schema, and what contradicts itself (design.md 1).
import { describe, expect, test } from 'vitest';
import { exampleService } from '../service.example.ts';
import { interrupt, scheduleMaintenance, setLifecycle } from '../events/fire.ts';
import type { Instance } from './world.ts';
import { readWorld } from './world-check.ts';

function worldOf(change: (instance: Instance) => unknown = (instance) => instance) {
  const { world } = exampleService();
  return { ...world, instances: world.instances.map(change) };
}

describe('a world is read as it was written', () => {
  test('with events, endings, skips and overrides', () => {
    const service = exampleService((instance) => ({
      ...instance,
      overrides: { 'meta-data/mine': { value: '' } },
      userData: 'AA==',
    }));
    service.fire((instance, firing) => interrupt(instance, { rebalanceSecondsBefore: 9 }, firing));
    service.fire((instance, firing) => scheduleMaintenance(instance, { code: 'instance-stop' }, firing));
    service.fire((instance, firing) => setLifecycle(instance, { state: 'Standby' }, firing));
    service.end('maintenance', 'completed');
    expect(readWorld(JSON.parse(JSON.stringify(service.world)))).toEqual({ ok: true, data: service.world });
  });
});

test('a world saved when there was only httpTokens still opens', () => {
  const read = readWorld(worldOf((instance) => ({ ...instance, options: { httpTokens: 'required' } })));
  expect(read).toMatchObject({
    ok: true,
    data: { instances: [{ options: { httpTokens: 'required', httpEndpoint: 'enabled', httpPutResponseHopLimit: 1 } }] },
  });
});

test('a world saved when the credentials of the role were no fact still opens, with fresh ones', () => {
  const read = readWorld(
    worldOf(({ facts, ...instance }) => ({ ...instance, facts: { ...facts, roleCredentials: undefined } })),
  );
  expect(read).toMatchObject({ ok: true, data: { instances: [{ facts: { roleCredentials: { kind: 'fresh' } } }] } });
});

describe('what is refused', () => {
  const one = (change: (instance: Instance) => unknown) => worldOf(change);
  const cases: [string, unknown, string][] = [
    ['nothing', null, ''],
    ['another version', { ...worldOf(), version: 2 }, 'version'],
    ['no instance', { ...worldOf(), instances: [] }, 'instances'],
    ['two of one name', { ...worldOf(), instances: [...worldOf().instances, ...worldOf().instances] }, 'instances'],
    ['a route to nowhere', { ...worldOf(), routing: [{ instance: 'x', clients: [] }] }, 'routing'],
    ['an unknown field', { ...worldOf(), more: 1 }, 'more'],
    ['a name that can not be', one((instance) => ({ ...instance, name: '../x' })), 'instances.0.name'],
    ['user data that is no base64', one((instance) => ({ ...instance, userData: '%' })), 'instances.0.userData'],
    ['too much user data', one((instance) => ({ ...instance, userData: 'AAAA'.repeat(6000) })), 'instances.0.userData'],
    [
      'a fact that is none',
      one(({ facts, ...instance }) => ({ ...instance, facts: { ...facts, region: 'x' } })),
      'instances.0.facts.region',
    ],
    [
      'facts that contradict each other',
      one(({ facts, ...instance }) => ({ ...instance, facts: { ...facts, region: 'eu-west-1' } })),
      'instances.0.facts.availabilityZone',
    ],
    [
      'a path with a version',
      one((instance) => ({ ...instance, overrides: { 'latest/x': { value: '' } } })),
      'instances.0.overrides.latest/x',
    ],
    [
      'a path that names the token',
      one((instance) => ({ ...instance, overrides: { 'api/token': { value: '' } } })),
      'instances.0.overrides.api/token',
    ],
    [
      'a value where a directory is',
      one((instance) => ({ ...instance, overrides: { 'meta-data/iam': { value: '' } } })),
      'instances.0.overrides.meta-data/iam',
    ],
    [
      'an event of no kind',
      one((instance) => ({ ...instance, events: [{ kind: 'flood' }] })),
      'instances.0.events.0.kind',
    ],
  ];

  test.each(cases)('%s', (_name, given, path) => {
    const read = readWorld(given);
    expect(read).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    expect(read.ok ? [] : read.error.issues?.map((issue) => issue.path)).toContain(path);
  });
});
