// Events and the audience as the control API shows them (api.md).
import { describe, expect, test } from 'vitest';
import { contract } from '../contract/contract.ts';
import { exampleService, firstClients, INSTANCE_ACTION } from '../service.example.ts';
import { skipBy } from '../events/finish.ts';
import { interrupt, recommendRebalance, scheduleMaintenance, setLifecycle } from '../events/fire.ts';
import { audienceView, eventViews } from './event-view.ts';

type Service = ReturnType<typeof exampleService>;

function shown(service: Service) {
  return eventViews(service.instance(), service.traffic, service.now);
}

test('every kind fits the contract, newest first', () => {
  const service = exampleService();
  service.fire((instance, firing) => interrupt(instance, {}, firing));
  service.fire((instance, firing) => recommendRebalance(instance, {}, firing));
  service.fire((instance, firing) => scheduleMaintenance(instance, { code: 'instance-stop' }, firing));
  service.fire((instance, firing) => setLifecycle(instance, { state: 'Standby', inSeconds: 5 }, firing));
  const views = shown(service);
  expect(contract['events.list'].output.parse({ items: views })).toEqual({ items: views });
  expect(views).toMatchObject([
    { kind: 'lifecycle', group: 'lifecycle', phase: 'scheduled', state: 'Standby', from: '2024-08-01T12:59:05.000Z' },
    { kind: 'maintenance', group: 'maintenance', phase: 'noticed', code: 'instance-stop', notAfter: null },
    { kind: 'rebalance-recommendation', group: 'spot', phase: 'noticed', actionDueAt: null },
    { kind: 'spot-interruption', group: 'spot', action: 'terminate', actionAt: '2024-08-01T13:01:00.000Z' },
  ]);
});

test('a skip moves when things are due, not what is on the wire', () => {
  const service = exampleService();
  service.fire((instance, firing) => interrupt(instance, { noticeInSeconds: 60 }, firing));
  service.change((instance) => skipBy(instance, 20_000, service.now));
  expect(shown(service)).toMatchObject([
    {
      noticeAt: '2024-08-01T13:00:00.000Z',
      noticeDueAt: '2024-08-01T12:59:40.000Z',
      actionAt: '2024-08-01T13:02:00.000Z',
      actionDueAt: '2024-08-01T13:01:40.000Z',
      skippedSeconds: 20,
      endedAt: null,
    },
  ]);
});

test('a reading from before a skip moves with the event, one from after it stands where it was', () => {
  const service = exampleService();
  service.fire((instance, firing) => interrupt(instance, {}, firing));
  service.now += 5000;
  service.get(INSTANCE_ACTION, { client: '10.0.0.1' });
  service.change((instance) => skipBy(instance, 90_000, service.now));
  service.now += 2000;
  service.get(INSTANCE_ACTION, { client: '10.0.0.2' });
  expect(shown(service)).toMatchObject([
    {
      noticeDueAt: '2024-08-01T12:57:30.000Z',
      seenBy: [
        { at: '2024-08-01T12:59:05.000Z', movedAt: '2024-08-01T12:57:35.000Z', afterMs: 5000 },
        { at: '2024-08-01T12:59:07.000Z', movedAt: '2024-08-01T12:59:07.000Z', afterMs: 7000 },
      ],
    },
  ]);
});

test('who has seen it, when first and last, how often, how long after', () => {
  const service = exampleService();
  service.fire((instance, firing) => interrupt(instance, {}, firing));
  service.now += 3100;
  service.get(INSTANCE_ACTION);
  service.now += 5000;
  service.get(INSTANCE_ACTION);
  service.end('spot-interruption', 'cancelled');
  expect(shown(service)).toMatchObject([
    {
      phase: 'cancelled',
      endedAt: '2024-08-01T12:59:08.100Z',
      seenBy: [
        {
          client: '10.0.0.7',
          at: '2024-08-01T12:59:03.100Z',
          afterMs: 3100,
          times: 2,
          lastAt: '2024-08-01T12:59:08.100Z',
        },
      ],
    },
  ]);
});

describe('the audience', () => {
  test('who holds which place since when, who came too late, and what is free', () => {
    const service = exampleService(firstClients(2));
    service.fire((instance, firing) => interrupt(instance, {}, firing));
    for (const client of ['10.0.0.1', '10.0.0.2', '10.0.0.3']) {
      service.get(INSTANCE_ACTION, { client });
      service.now += 1000;
    }
    const view = audienceView(service.instance(), service.traffic);
    expect(contract['audience.get'].output.parse(view)).toEqual(view);
    expect(view.spot).toEqual({
      rule: { kind: 'first', count: 2 },
      holders: [
        { client: '10.0.0.1', place: 1, since: '2024-08-01T12:59:00.000Z' },
        { client: '10.0.0.2', place: 2, since: '2024-08-01T12:59:01.000Z' },
      ],
      late: [{ client: '10.0.0.3', at: '2024-08-01T12:59:02.000Z' }],
      free: 0,
      yields: '10.0.0.1',
    });
    expect(view.maintenance).toMatchObject({ holders: [], free: 2, yields: null });
  });

  test('counts no places where none are counted', () => {
    const service = exampleService();
    service.change((instance) => ({ ...instance, audience: { ...instance.audience, spot: { kind: 'everyone' } } }));
    expect(audienceView(service.instance(), service.traffic).spot.free).toBeNull();
  });
});
