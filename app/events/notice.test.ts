// What a client sees that may, or may not, see a notice; and sightings (behaviour.md, Who gets notices; Sightings).
import { describe, expect, test } from 'vitest';
import { exampleService, INSTANCE_ACTION, requireTokens, START } from '../service.example.ts';
import { exchangeSightings, noSightings, sightingsOf } from '../traffic/sightings.ts';
import { skipBy } from './finish.ts';
import { interrupt, recommendRebalance, scheduleMaintenance, setLifecycle } from './fire.ts';

type Service = ReturnType<typeof exampleService>;

const EARLY = { client: '10.0.0.1' };
const LATE = { client: '10.0.0.2' };
const SCHEDULED = 'meta-data/events/maintenance/scheduled';
const HISTORY = 'meta-data/events/maintenance/history';
const LIFECYCLE = 'meta-data/autoscaling/target-lifecycle-state';

/** One place in each group, and it is taken. */
function taken(service: Service): Service {
  const one = { kind: 'first' as const, count: 1 };
  service.change((instance) => ({ ...instance, audience: { spot: one, maintenance: one, lifecycle: one } }));
  service.fire((instance, firing) => interrupt(instance, { rebalanceSecondsBefore: 0 }, firing));
  service.fire((instance, firing) => scheduleMaintenance(instance, { code: 'instance-stop' }, firing));
  service.fire((instance, firing) => setLifecycle(instance, { state: 'Terminated' }, firing));
  for (const path of [INSTANCE_ACTION, SCHEDULED, LIFECYCLE]) service.get(path, EARLY);
  return service;
}

describe('may see: who holds a place, and whoever comes while one is free', () => {
  test('what is listed for a client is fetchable for it', () => {
    const service = exampleService();
    service.fire((instance, firing) => interrupt(instance, {}, firing));
    for (const client of ['10.0.0.1', '10.0.0.2', '10.0.0.3']) {
      const listed = String(service.read('meta-data/', { client })).includes('\nspot/');
      expect(service.get(INSTANCE_ACTION, { client }).status === 200).toBe(listed);
    }
  });
});

describe('who may not see it gets the instance without the event', () => {
  test.each([
    ['spot/ is absent', 'meta-data/spot/', 404],
    ['instance-action too', INSTANCE_ACTION, 404],
    ['recommendations/ is absent', 'meta-data/events/recommendations/', 404],
    ['events/ does not list it', 'meta-data/events/', 'maintenance/'],
    ['scheduled is without it', SCHEDULED, '[]'],
    ['there is no lifecycle state', LIFECYCLE, 404],
  ])('%s', (_name, path, expected) => {
    expect(taken(exampleService()).read(path, LATE)).toBe(expected);
  });

  test('history is without it', () => {
    const service = taken(exampleService());
    service.end('maintenance', 'completed');
    expect(service.read(HISTORY, EARLY)).toContain('[Completed]');
    expect(service.read(HISTORY, LATE)).toBe('[]');
  });

  test('the lifecycle state is the base', () => {
    const inGroup = exampleService((instance) => ({
      ...instance,
      facts: { ...instance.facts, lifecycleState: 'InService' },
    }));
    const service = taken(inGroup);
    expect([service.read(LIFECYCLE, EARLY), service.read(LIFECYCLE, LATE)]).toEqual(['Terminated', 'InService']);
  });

  test('the answer says why', () => {
    expect(taken(exampleService()).get(INSTANCE_ACTION, LATE).why).toMatchObject({
      rule: 'no-place',
      audience: { group: 'spot', rule: 'first', count: 1, taken: 1 },
      events: [expect.stringContaining('rebalance'), expect.stringContaining('spot')],
    });
  });
});

describe('what Metadeck itself asks', () => {
  const OWN = { own: { instance: 'spot' }, client: '127.0.0.1' };

  test('is answered as for any client without a place: it sees while one is free', () => {
    const service = exampleService();
    service.fire((instance, firing) => interrupt(instance, {}, firing));
    expect(service.get(INSTANCE_ACTION, OWN)).toMatchObject({ status: 200, effects: [] });
    expect(taken(exampleService()).read(INSTANCE_ACTION, OWN)).toBe(404);
  });

  test('is answered so even from an address that holds a place', () => {
    const service = taken(exampleService());
    expect(service.read(INSTANCE_ACTION, { ...OWN, ...EARLY })).toBe(404);
  });

  test('makes no sighting, takes no place and uses no token', () => {
    const service = exampleService();
    service.fire((instance, firing) => interrupt(instance, {}, firing));
    const token = service.token();
    expect(service.get(INSTANCE_ACTION, { ...OWN, token }).effects).toEqual([]);
    expect(service.traffic.sightings.seen.size).toBe(0);
  });
});

function firstOf(service: Service, kind: string) {
  const event = service.instance().events.find((one) => one.kind === kind);
  return sightingsOf(service.traffic.sightings, service.instance().name, event?.id ?? '')?.get('10.0.0.1');
}

describe('a sighting', () => {
  test.each([
    ['spot-interruption', INSTANCE_ACTION],
    ['spot-interruption', 'meta-data/spot/termination-time'],
    ['rebalance-recommendation', 'meta-data/events/recommendations/rebalance'],
    ['maintenance', SCHEDULED],
    ['lifecycle', LIFECYCLE],
  ])('of a %s: a GET of %s', (kind, path) => {
    const service = exampleService();
    service.fire((instance, firing) => interrupt(instance, { rebalanceSecondsBefore: 0 }, firing));
    service.fire((instance, firing) => scheduleMaintenance(instance, { code: 'instance-stop' }, firing));
    service.fire((instance, firing) => setLifecycle(instance, { state: 'Terminated' }, firing));
    service.now += 3100;
    expect(service.get(path, EARLY).why.firstSightingMs).toBe(3100);
    expect(firstOf(service, kind)).toEqual({
      at: START + 3100,
      afterMs: 3100,
      skippedMs: 0,
      times: 1,
      lastAt: START + 3100,
    });
    expect(service.traffic.sightings.seen.size).toBe(1);
  });

  test('of each event in scheduled', () => {
    const service = exampleService();
    for (const code of ['instance-stop', 'system-reboot'] as const) {
      service.fire((instance, firing) => scheduleMaintenance(instance, { code }, firing));
    }
    service.get(SCHEDULED, EARLY);
    expect(service.traffic.sightings.seen.size).toBe(2);
  });

  test('the first counts; how often and last are kept too', () => {
    const service = exampleService();
    service.fire((instance, firing) => interrupt(instance, {}, firing));
    service.now += 1000;
    service.get(INSTANCE_ACTION, EARLY);
    service.now += 5000;
    expect(service.get(INSTANCE_ACTION, EARLY).why.firstSightingMs).toBeUndefined();
    expect(firstOf(service, 'spot-interruption')).toEqual({
      at: START + 1000,
      afterMs: 1000,
      skippedMs: 0,
      times: 2,
      lastAt: START + 6000,
    });
  });

  test('each client has its own', () => {
    const service = exampleService();
    service.fire((instance, firing) => interrupt(instance, {}, firing));
    service.get(INSTANCE_ACTION, EARLY);
    expect(service.get(INSTANCE_ACTION, LATE).why.firstSightingMs).toBe(0);
  });

  test.each([
    ['HEAD', exampleService, { method: 'HEAD' }],
    ['a 401', () => exampleService(requireTokens), {}],
    ['a 404 for who came too late', () => taken(exampleService()), LATE],
  ])('is not made by %s', (_name, make, request) => {
    const service = make();
    service.end('spot-interruption', 'cancelled');
    service.end('rebalance-recommendation', 'cancelled');
    exchangeSightings(service.traffic.sightings, noSightings());
    service.fire((instance, firing) => interrupt(instance, {}, firing));
    service.get(INSTANCE_ACTION, { ...EARLY, ...request });
    expect(service.traffic.sightings.seen.size).toBe(0);
  });

  test('is not made by a body that an override put there', () => {
    const service = exampleService((instance) => ({
      ...instance,
      overrides: { [INSTANCE_ACTION]: { value: 'mine' } },
    }));
    service.fire((instance, firing) => interrupt(instance, {}, firing));
    expect(service.get(INSTANCE_ACTION).effects.filter(({ kind }) => kind === 'sighting')).toEqual([]);
  });

  test('is not made by a listing, nor by history', () => {
    const service = exampleService();
    service.fire((instance, firing) => scheduleMaintenance(instance, { code: 'instance-stop' }, firing));
    service.end('maintenance', 'completed');
    for (const path of [HISTORY, SCHEDULED, 'meta-data/events/maintenance/']) service.get(path);
    expect(service.traffic.sightings.seen.size).toBe(0);
  });

  test('outlives its cancelling', () => {
    const service = taken(exampleService());
    service.end('spot-interruption', 'cancelled');
    expect(firstOf(service, 'spot-interruption')).toMatchObject({ times: 1 });
  });
});

function after(service: Service, path = INSTANCE_ACTION): number | undefined {
  return service.get(path, EARLY).why.firstSightingMs;
}

describe('afterMs', () => {
  test('counts from the notice time', () => {
    const service = exampleService();
    service.fire((instance, firing) => interrupt(instance, { noticeInSeconds: 60 }, firing));
    service.now += 61_500;
    expect(after(service)).toBe(1500);
  });

  test('counts from the skip that made it visible', () => {
    const service = exampleService();
    service.fire((instance, firing) => interrupt(instance, { noticeInSeconds: 60 }, firing));
    service.now += 10_000;
    service.change((instance) => skipBy(instance, 300_000, service.now));
    service.now += 2000;
    expect(after(service)).toBe(2000);
  });

  test('counts from the earlier notice time after a skip that fell short of it', () => {
    const service = exampleService();
    service.fire((instance, firing) => interrupt(instance, { noticeInSeconds: 60 }, firing));
    service.change((instance) => skipBy(instance, 50_000, service.now));
    service.now += 10_700;
    expect(after(service)).toBe(700);
  });

  test('does not grow with a skip after the notice', () => {
    const service = exampleService();
    service.fire((instance, firing) => interrupt(instance, {}, firing));
    service.now += 1000;
    service.change((instance) => skipBy(instance, 90_000, service.now));
    expect(after(service)).toBe(1000);
  });

  test('counts from firing for maintenance, and from its time for a lifecycle state', () => {
    const service = exampleService();
    service.fire((instance, firing) => scheduleMaintenance(instance, { code: 'instance-stop' }, firing));
    service.fire((instance, firing) => setLifecycle(instance, { state: 'Standby', inSeconds: 5 }, firing));
    service.fire((instance, firing) => recommendRebalance(instance, {}, firing));
    service.now += 7000;
    expect(after(service, SCHEDULED)).toBe(7000);
    expect(after(service, LIFECYCLE)).toBe(2000);
  });
});
