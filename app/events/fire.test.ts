// Firing: one interruption at a time, a rebalance recommendation before it, and the bounds (behaviour.md, Events).
import { describe, expect, test } from 'vitest';
import { eventsOf, exampleService, INSTANCE_ACTION, START } from '../service.example.ts';
import type { Instance } from '../world/world.ts';
import { type Firing, interrupt, MAX_UNFINISHED, recommendRebalance, scheduleMaintenance } from './fire.ts';

const REBALANCE = 'meta-data/events/recommendations/rebalance';

const again = (instance: Instance, firing: Firing) => interrupt(instance, {}, firing);

describe('a second interruption', () => {
  test.each([
    ['is scheduled', 60, 0],
    ['stands', 0, 0],
    ['is past its action time, for it still stands', 0, 600_000],
  ])('is refused while one %s', (_name, noticeInSeconds, later) => {
    const service = exampleService();
    service.fire((instance, firing) => interrupt(instance, { noticeInSeconds }, firing));
    service.now += later;
    expect(() => service.fire(again)).toThrow('An interruption is scheduled or stands already; cancel it first.');
    expect(service.instance().events).toHaveLength(1);
  });

  test.each(['cancelled', 'completed'] as const)('is taken once the first is %s', (kind) => {
    const service = exampleService();
    service.fire(again);
    service.end('spot-interruption', kind);
    service.now += 1000;
    service.fire(again);
    expect(service.read(INSTANCE_ACTION)).toContain('2024-08-01T13:01:01Z');
  });
});

describe('rebalanceSecondsBefore', () => {
  test.each([
    ['in time: that long before the notice', 300, 120, 180, 300],
    ['as long as it is to the notice', 300, 300, 0, 300],
    ['longer than it is to the notice: at once, and the notice after that long', 60, 300, 0, 300],
    ['without a time for the notice: the same', undefined, 120, 0, 120],
    ['together', undefined, 0, 0, 0],
  ])('%s', (_name, noticeInSeconds, rebalanceSecondsBefore, rebalance, notice) => {
    const service = exampleService();
    const input = { noticeInSeconds, rebalanceSecondsBefore };
    const { events } = service.fire((instance, firing) => interrupt(instance, input, firing));
    expect(events).toMatchObject([
      { kind: 'rebalance-recommendation', noticeAt: START + rebalance * 1000 },
      { kind: 'spot-interruption', noticeAt: START + notice * 1000, actionAt: START + (notice + 120) * 1000 },
    ]);
  });

  test('it is an event of its own: cancelling one leaves the other', () => {
    const service = exampleService();
    service.fire((instance, firing) => interrupt(instance, { rebalanceSecondsBefore: 0 }, firing));
    service.end('spot-interruption', 'cancelled');
    expect(service.read(INSTANCE_ACTION)).toBe(404);
    expect(service.read(REBALANCE)).toBe('{"noticeTime": "2024-08-01T12:59:00Z"}');
  });

  test('it replaces an earlier recommendation', () => {
    const service = exampleService();
    service.fire((instance, firing) => recommendRebalance(instance, {}, firing));
    service.now += 5000;
    service.fire((instance, firing) => interrupt(instance, { rebalanceSecondsBefore: 0 }, firing));
    expect(service.read(REBALANCE)).toBe('{"noticeTime": "2024-08-01T12:59:05Z"}');
    expect(eventsOf(service, 'rebalance-recommendation')).toMatchObject([{ ending: { kind: 'cancelled' } }, {}]);
  });
});

describe('who fired what, when', () => {
  test('an event keeps both, and gets an id of its own', () => {
    const service = exampleService();
    const { events } = service.fire((instance, firing) =>
      interrupt(instance, { rebalanceSecondsBefore: 9 }, { ...firing, by: 'cli' }),
    );
    expect(events).toMatchObject([
      { by: 'cli', firedAt: START },
      { by: 'cli', firedAt: START },
    ]);
    expect(new Set(events.map(({ id }) => id)).size).toBe(2);
  });

  test('fractions of a second become whole milliseconds', () => {
    const service = exampleService();
    const { events } = service.fire((instance, firing) => interrupt(instance, { noticeInSeconds: 0.0014 }, firing));
    expect(events).toMatchObject([{ noticeAt: START + 1 }]);
  });
});

test('at most a hundred events are unfinished', () => {
  const service = exampleService();
  const fire = () =>
    service.fire((instance, firing) => scheduleMaintenance(instance, { code: 'instance-stop' }, firing));
  for (let i = 0; i < MAX_UNFINISHED; i++) fire();
  expect(fire).toThrow('100 events are unfinished');
});
