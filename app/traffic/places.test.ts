// Whose place goes to who is given one, and places put back as they were.
import { describe, expect, test } from 'vitest';
import { interrupt, recommendRebalance } from '../events/fire.ts';
import { exampleService, INSTANCE_ACTION } from '../service.example.ts';
import { keptPlaces, nextToYield, putPlaces } from './places.ts';
import { applyEffects, freePlaces, givePlace } from './record.ts';
import { placesOf } from './traffic.ts';

type Service = ReturnType<typeof exampleService>;

/** Two places, which `a` and `b` hold. */
function held(): Service {
  const service = exampleService((instance) => ({
    ...instance,
    audience: { ...instance.audience, spot: { kind: 'first', count: 2 } },
  }));
  const effect = { kind: 'place-taken', instance: service.instance().name, group: 'spot', limit: 2 } as const;
  applyEffects(
    service.traffic,
    ['a', 'b'].map((client) => ({ ...effect, client })),
    service.now,
  );
  return service;
}

function yields(service: Service): string | undefined {
  return nextToYield(service.traffic, service.instance(), 'spot');
}

describe('who yields a place', () => {
  test('the one who took it first, where nobody has read anything', () => {
    const service = held();
    service.fire((instance, firing) => interrupt(instance, {}, firing));
    expect(yields(service)).toBe('a');
  });

  test('who has read nothing that is under way, before who has', () => {
    const service = held();
    service.fire((instance, firing) => interrupt(instance, {}, firing));
    service.get(INSTANCE_ACTION, { client: 'a' });
    expect(yields(service)).toBe('b');
  });

  test('the one who took it first, where all have', () => {
    const service = held();
    service.fire((instance, firing) => interrupt(instance, {}, firing));
    for (const client of ['b', 'a']) service.get(INSTANCE_ACTION, { client });
    expect(yields(service)).toBe('a');
  });

  test('what has ended counts for nothing', () => {
    const service = held();
    service.fire((instance, firing) => interrupt(instance, {}, firing));
    service.get(INSTANCE_ACTION, { client: 'a' });
    service.end('spot-interruption', 'cancelled');
    service.fire((instance, firing) => recommendRebalance(instance, {}, firing));
    expect(yields(service)).toBe('a');
  });

  test('nobody, while a place is free or where places are not counted', () => {
    const service = held();
    service.change((instance) => ({
      ...instance,
      audience: { ...instance.audience, spot: { kind: 'first', count: 3 } },
    }));
    expect(yields(service)).toBeUndefined();
    service.change((instance) => ({ ...instance, audience: { ...instance.audience, spot: { kind: 'everyone' } } }));
    expect(yields(service)).toBeUndefined();
  });
});

test('places come back in their order, with who came too late, whatever was since', () => {
  const { traffic, instance, now } = held();
  const { name } = instance();
  applyEffects(traffic, [{ kind: 'came-late', instance: name, group: 'spot', client: 'c' }], now);
  const before = keptPlaces(traffic, name, 'spot');
  freePlaces(traffic, name, ['spot']);
  givePlace(traffic, { instance: name, group: 'spot', client: 'd', limit: 2 }, undefined, now);
  putPlaces(traffic, before);
  const { holders, late } = placesOf(traffic, name);
  expect([[...holders.spot.keys()], [...late.spot.keys()]]).toEqual([['a', 'b'], ['c']]);
});
