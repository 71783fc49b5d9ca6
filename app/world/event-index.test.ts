// An event is found by its id, wherever it is.
import { describe, expect, test } from 'vitest';
import { interrupt } from '../events/fire.ts';
import { presetInstance } from '../metadata/presets/presets.ts';
import { START } from '../service.example.ts';
import { findEvent } from './event-index.ts';
import { firstInstance, withInstance } from './instances.ts';
import type { Instance, World } from './world.ts';

function named(name: string, ...ids: string[]): Instance {
  const made = { ...presetInstance('spot', START), name };
  const fired = interrupt(made, {}, { by: 'panel', now: START, hex: (digits) => '0'.repeat(digits) });
  const events = fired.ok ? fired.data.events : [];
  return { ...made, events: ids.flatMap((id) => events.map((event) => ({ ...event, id }))) };
}

function worldOf(...instances: Instance[]): World {
  return { version: 1, instances, routing: [] };
}

const WORLD = worldOf(named('web-1', 'spot-1', 'both'), named('web-2', 'spot-2', 'both'));

describe('the instance that has it', () => {
  test.each([
    ['of the first', 'spot-1', undefined, 'web-1'],
    ['of the second', 'spot-2', undefined, 'web-2'],
    ['of both, the first', 'both', undefined, 'web-1'],
    ['of both, the one that is named', 'both', 'web-2', 'web-2'],
    ['of another than is named', 'spot-2', 'web-1', undefined],
    ['of nobody', 'spot-3', undefined, undefined],
  ])('%s', (_name, id, instance, expected) => {
    expect(findEvent(WORLD, id, instance)?.instance.name).toBe(expected);
  });
});

test('the event as it is in that instance now', () => {
  const first = firstInstance(WORLD);
  expect(findEvent(WORLD, 'spot-1')?.event).toBe(first.events[0]);
  const changed = withInstance(WORLD, { ...first, events: [] });
  expect(findEvent(changed, 'spot-1')).toBeUndefined();
  expect(findEvent(WORLD, 'spot-1')).toBeDefined();
});

test('a look-up goes through no events once they are known', () => {
  let reads = 0;
  const count = (target: Instance) =>
    new Proxy(target, {
      get(of, key, receiver): unknown {
        if (key === 'events') reads += 1;
        return Reflect.get(of, key, receiver);
      },
    });
  const world = worldOf(...Array.from({ length: 64 }, (_, i) => count(named(`web-${i}`, `spot-${i}`))));
  findEvent(world, 'spot-63');
  reads = 0;
  expect(findEvent(world, 'spot-0')?.instance.name).toBe('web-0');
  expect(findEvent(world, 'spot-63')?.instance.name).toBe('web-63');
  expect(reads).toBe(0);
});
