// A spot interruption on the wire: what is served in which phase, to the byte (imds.md 3.1; behaviour.md, Events).
import { describe, expect, test } from 'vitest';
import { eventsOf, exampleService, INSTANCE_ACTION, START } from '../service.example.ts';
import { interrupt } from './fire.ts';
import type { SpotAction } from './kinds.ts';

const TERMINATION_TIME = 'meta-data/spot/termination-time';
const LIFE_CYCLE = 'meta-data/instance-life-cycle';

function interrupted(input: Parameters<typeof interrupt>[1] = {}) {
  const service = exampleService();
  service.fire((instance, firing) => interrupt(instance, input, firing));
  return service;
}

describe('what is served once the notice stands', () => {
  test.each([
    ['terminate', '{"action": "terminate", "time": "2024-08-01T13:01:00Z"}', '2024-08-01T13:01:00Z'],
    ['stop', '{"action": "stop", "time": "2024-08-01T13:01:00Z"}', 404],
    ['hibernate', '{"action": "hibernate", "time": "2024-08-01T12:59:00Z"}', 404],
  ] satisfies [SpotAction, string, string | number][])('%s (imds.md 3.1)', (action, notice, time) => {
    const service = interrupted({ action });
    expect(service.read(INSTANCE_ACTION)).toBe(notice);
    expect(service.read(TERMINATION_TIME)).toBe(time);
  });

  test('it terminates unless told otherwise', () => {
    expect(interrupted().read(INSTANCE_ACTION)).toContain('"terminate"');
  });

  test.each([
    ['terminate', 'instance-action\ntermination-time'],
    ['stop', 'instance-action'],
  ] satisfies [SpotAction, string][])('%s: the listings say so (3.1)', (action, listing) => {
    const service = interrupted({ action });
    expect(service.read('meta-data/')).toContain('\nspot/\n');
    expect(service.read('meta-data/spot/')).toBe(listing);
    expect(service.read('meta-data/spot')).toBe(listing);
  });

  test('Last-Modified is when the notice came', () => {
    const service = interrupted({ noticeInSeconds: 30 });
    service.now += 45_000;
    expect(service.get(INSTANCE_ACTION).headers).toContainEqual(['Last-Modified', 'Thu, 01 Aug 2024 12:59:30 GMT']);
  });
});

describe('what is not there', () => {
  test.each([
    ['without an interruption', exampleService],
    ['before its notice', () => interrupted({ noticeInSeconds: 60 })],
  ])('%s, spot/ is 404 and unlisted (imds.md 1.3)', (_name, make) => {
    const service = make();
    expect(service.read(INSTANCE_ACTION)).toBe(404);
    expect(service.read('meta-data/spot/')).toBe(404);
    expect(service.read('meta-data/')).not.toContain('spot/');
  });
});

const wire = (service: ReturnType<typeof exampleService>) => [
  service.read(INSTANCE_ACTION),
  service.read(TERMINATION_TIME),
];

describe('times', () => {
  test('the notice comes when it was asked for, and not a millisecond before', () => {
    const service = interrupted({ noticeInSeconds: 60 });
    service.now += 59_999;
    expect(service.read(INSTANCE_ACTION)).toBe(404);
    service.now += 1;
    expect(service.read(INSTANCE_ACTION)).toContain('2024-08-01T13:02:00Z');
  });

  test.each([
    ['terminate', undefined, 120],
    ['stop', undefined, 120],
    ['hibernate', undefined, 0],
    ['hibernate', 60, 60],
    ['terminate', 5, 5],
    ['terminate', 0, 0],
  ] satisfies [SpotAction, number | undefined, number][])(
    '%s with noticeSeconds %s: the action comes %i s after the notice',
    (action, noticeSeconds, lead) => {
      const [event] = eventsOf(interrupted({ action, noticeSeconds, noticeInSeconds: 10 }), 'spot-interruption');
      expect(event).toMatchObject({ noticeAt: START + 10_000, actionAt: START + 10_000 + lead * 1000 });
    },
  );

  test('they never change after firing', () => {
    const service = interrupted();
    const first = wire(service);
    for (const later of [1, 60_000, 119_999, 120_000, 3_600_000]) {
      service.now = START + later;
      expect(wire(service)).toEqual(first);
    }
  });

  test('the notice stays after its action time, in the past (3.1)', () => {
    const service = interrupted();
    service.now += 86_400_000;
    expect(service.read(TERMINATION_TIME)).toBe('2024-08-01T13:01:00Z');
  });

  test('another instance of the world is not interrupted', () => {
    const service = interrupted();
    const other = { ...exampleService().instance(), name: 'other' };
    const instances = [...service.world.instances, other];
    service.world = { ...service.world, instances, routing: [{ instance: 'other', clients: ['10.0.0.9'] }] };
    expect(service.read(INSTANCE_ACTION, { client: '10.0.0.9' })).toBe(404);
  });
});

describe('ending', () => {
  test.each(['cancelled', 'completed'] as const)(
    '%s: the notice goes from the wire, the event stays in the list',
    (kind) => {
      const service = interrupted();
      service.end('spot-interruption', kind);
      expect(service.read('meta-data/spot/')).toBe(404);
      expect(eventsOf(service, 'spot-interruption')).toMatchObject([{ ending: { kind, at: START } }]);
    },
  );
});

function onDemand() {
  return exampleService((instance) => ({ ...instance, facts: { ...instance.facts, lifeCycle: 'on-demand' } }));
}

describe('instance-life-cycle while a notice stands', () => {
  test('it is spot, and as the facts say before and after', () => {
    const service = onDemand();
    const { events } = service.fire((instance, firing) => interrupt(instance, { noticeInSeconds: 60 }, firing));
    expect(service.read(LIFE_CYCLE)).toBe('on-demand');
    service.now += 60_000;
    expect(service.get(LIFE_CYCLE)).toMatchObject({
      body: 'spot',
      why: { rule: 'event', events: events.map(({ id }) => id) },
    });
    service.end('spot-interruption', 'cancelled');
    expect(service.read(LIFE_CYCLE)).toBe('on-demand');
  });

  test('reading it is no sighting and takes no place', () => {
    const service = onDemand();
    service.fire((instance, firing) => interrupt(instance, {}, firing));
    expect(service.get(LIFE_CYCLE).effects).toEqual([]);
  });

  test('who may not see the notice gets the fact', () => {
    const service = onDemand();
    service.change((instance) => ({ ...instance, audience: { ...instance.audience, spot: { kind: 'nobody' } } }));
    service.fire((instance, firing) => interrupt(instance, {}, firing));
    expect(service.read(LIFE_CYCLE)).toBe('on-demand');
  });
});
