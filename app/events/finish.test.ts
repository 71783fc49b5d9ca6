// Ending events and moving them on: cancel, complete, skip, and what happens to a saved world (behaviour.md, Events).
import { describe, expect, test } from 'vitest';
import { eventsOf, exampleService, INSTANCE_ACTION, START } from '../service.example.ts';
import { phaseOf } from './event.ts';
import { completePast, finish, MAX_FINISHED, skipBy, skipTo, withdraw } from './finish.ts';
import { interrupt, recommendRebalance, scheduleMaintenance, setLifecycle } from './fire.ts';
import { actionTime } from './on-the-wire.ts';

type Service = ReturnType<typeof exampleService>;

function interrupted(noticeInSeconds = 60): Service {
  const service = exampleService();
  service.fire((instance, firing) => interrupt(instance, { noticeInSeconds }, firing));
  return service;
}

function skip(service: Service, seconds: number): void {
  service.change((instance) => skipBy(instance, seconds * 1000, service.now));
}

function phases(service: Service): string[] {
  return service.instance().events.map((event) => phaseOf(event, actionTime(event), service.now));
}

describe('phases', () => {
  test.each([
    [0, 'scheduled'],
    [59_999, 'scheduled'],
    [60_000, 'noticed'],
    [179_999, 'noticed'],
    [180_000, 'reached'],
  ])('%i ms after firing an interruption with a notice in 60 s: %s', (after, phase) => {
    const service = interrupted();
    service.now += after;
    expect(phases(service)).toEqual([phase]);
  });

  test('what announces nothing is never reached', () => {
    const service = exampleService();
    service.fire((instance, firing) => recommendRebalance(instance, {}, firing));
    service.fire((instance, firing) => setLifecycle(instance, { state: 'Terminated' }, firing));
    service.now += 86_400_000;
    expect(phases(service)).toEqual(['noticed', 'noticed']);
  });

  test.each(['cancelled', 'completed'] as const)('%s stays so', (kind) => {
    const service = interrupted();
    service.end('spot-interruption', kind);
    service.now += 86_400_000;
    expect(phases(service)).toEqual([kind]);
  });
});

describe('ending', () => {
  test('an event that is not there is NOT_FOUND', () => {
    expect(finish(interrupted().instance(), 'spot-nothing', 'cancelled', START)).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
  });

  test('one that has ended is a CONFLICT, and keeps its ending', () => {
    const service = interrupted();
    service.end('spot-interruption', 'completed');
    const again = service.instance().events.map(({ id }) => finish(service.instance(), id, 'cancelled', START + 1));
    expect(again).toMatchObject([{ ok: false, error: { code: 'CONFLICT' } }]);
  });

  test('withdrawn, one that is not there is NOT_FOUND, and the others stay as they are', () => {
    const service = interrupted();
    service.fire((instance, firing) => recommendRebalance(instance, {}, firing));
    const recommendations = eventsOf(service, 'rebalance-recommendation');
    expect(withdraw(service.instance(), 'spot-99')).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    for (const { id } of eventsOf(service, 'spot-interruption')) service.fire((instance) => withdraw(instance, id));
    expect(service.instance().events).toEqual(recommendations);
  });

  test('the last hundred that ended are kept, whatever is unfinished', () => {
    const service = exampleService();
    service.fire((instance, firing) => scheduleMaintenance(instance, { code: 'instance-stop' }, firing));
    for (let i = 0; i < MAX_FINISHED + 5; i++) {
      service.now += 1000;
      service.fire((instance, firing) => interrupt(instance, {}, firing));
      service.end('spot-interruption', 'cancelled');
    }
    const kept = eventsOf(service, 'spot-interruption');
    expect(kept.map(({ firedAt }) => firedAt)).toEqual(
      Array.from({ length: MAX_FINISHED }, (_, i) => START + (i + 6) * 1000),
    );
    expect(eventsOf(service, 'maintenance')).toHaveLength(1);
  });
});

describe('a skip', () => {
  test('by seconds moves the phase, not the clock and not the times on the wire', () => {
    const service = interrupted();
    skip(service, 59);
    expect(service.read(INSTANCE_ACTION)).toBe(404);
    skip(service, 1);
    expect(service.read(INSTANCE_ACTION)).toBe('{"action": "terminate", "time": "2024-08-01T13:02:00Z"}');
    skip(service, 120);
    expect(phases(service)).toEqual(['reached']);
    expect(service.read(INSTANCE_ACTION)).toBe('{"action": "terminate", "time": "2024-08-01T13:02:00Z"}');
  });

  test('leaves tokens alone', () => {
    const service = interrupted();
    const token = service.token(60);
    skip(service, 3600);
    expect(service.get('meta-data/mac', { token }).tokenTtl).toBe(60);
  });

  test('leaves credentials alone', () => {
    const service = interrupted();
    const path = 'meta-data/iam/security-credentials/metadeck-role';
    const before = service.read(path);
    skip(service, 86_400);
    expect(service.read(path)).toBe(before);
  });

  test('leaves what is fired later alone', () => {
    const service = exampleService();
    service.fire((instance, firing) => scheduleMaintenance(instance, { code: 'instance-stop' }, firing));
    skip(service, 3600);
    service.fire((instance, firing) => interrupt(instance, { noticeInSeconds: 10 }, firing));
    expect(service.read(INSTANCE_ACTION)).toBe(404);
    service.now += 10_000;
    expect(service.read(INSTANCE_ACTION)).toContain('2024-08-01T13:01:10Z');
  });

  test('leaves what has ended alone', () => {
    const service = interrupted();
    service.end('spot-interruption', 'cancelled');
    const before = service.instance().events;
    skip(service, 60);
    expect(service.instance().events).toEqual(before);
  });

  test('to the notice stops at the next one of any event', () => {
    const service = interrupted(60);
    service.fire((instance, firing) => recommendRebalance(instance, { inSeconds: 30 }, firing));
    service.change((instance) => skippedTo(instance, 'notice', service.now));
    expect(phases(service)).toEqual(['scheduled', 'noticed']);
    service.change((instance) => skippedTo(instance, 'notice', service.now));
    expect(phases(service)).toEqual(['noticed', 'noticed']);
  });

  test('to the action passes the notice', () => {
    const service = interrupted(60);
    service.change((instance) => skippedTo(instance, 'action', service.now));
    expect(phases(service)).toEqual(['reached']);
    service.now -= 1;
    expect(phases(service)).toEqual(['noticed']);
  });

  test.each([
    ['notice', () => interrupted(0)],
    ['action', exampleService],
  ] as const)('to the %s is refused where none is ahead', (to, make) => {
    const service = make();
    expect(skipTo(service.instance(), to, service.now)).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
  });
});

function skippedTo(instance: ReturnType<Service['instance']>, to: 'notice' | 'action', now: number) {
  const skipped = skipTo(instance, to, now);
  if (!skipped.ok) throw new Error(skipped.error.message);
  return skipped.data;
}

describe('a world that is opened again', () => {
  test('has completed what should have happened meanwhile', () => {
    const service = interrupted();
    service.fire((instance, firing) => scheduleMaintenance(instance, { code: 'instance-stop' }, firing));
    service.fire((instance, firing) => setLifecycle(instance, { state: 'Standby' }, firing));
    service.now += 180_000;
    service.change((instance) => completePast(instance, service.now));
    expect(phases(service)).toEqual(['completed', 'noticed', 'noticed']);
    service.now += 8 * 86_400_000;
    service.change((instance) => completePast(instance, service.now));
    expect(phases(service)).toEqual(['completed', 'completed', 'noticed']);
  });

  test('a moment before the action time, nothing has happened', () => {
    const service = interrupted();
    service.change((instance) => completePast(instance, START + 179_999));
    service.now += 179_999;
    expect(phases(service)).toEqual(['noticed']);
  });

  test('what was skipped counts', () => {
    const service = interrupted();
    skip(service, 180);
    service.change((instance) => completePast(instance, service.now));
    expect(phases(service)).toEqual(['completed']);
  });
});
