// Why a path that only events fill is empty: nothing under way, not due, or not for this client (imds.md 3).
import { expect, test } from 'vitest';
import { exampleRun } from '../aemm/run.example.ts';
import { exampleService, type ExampleService, INSTANCE_ACTION } from '../service.example.ts';
import { interrupt, recommendRebalance, setLifecycle } from './fire.ts';

const SPOT = 'meta-data/spot';
const TERMINATION = 'meta-data/spot/termination-time';
const REBALANCE = 'meta-data/events/recommendations/rebalance';
const LIFECYCLE = 'meta-data/autoscaling/target-lifecycle-state';
const OF_EVENTS = [
  SPOT,
  INSTANCE_ACTION,
  TERMINATION,
  'meta-data/events/recommendations',
  REBALANCE,
  'meta-data/autoscaling',
  LIFECYCLE,
];

const rule = (service: ExampleService, path: string) => service.get(path).why.rule;

test.each(OF_EVENTS)('%s without an event, and again after one: 404 is the all-clear', (path) => {
  const service = exampleService();
  expect(service.get(path)).toMatchObject({ status: 404, why: { rule: 'no-event', path } });
  service.fire((instance, firing) => interrupt(instance, { rebalanceSecondsBefore: 0 }, firing));
  service.fire((instance, firing) => setLifecycle(instance, { state: 'Terminated' }, firing));
  expect(service.get(path).status).toBe(200);
  for (const kind of ['spot-interruption', 'rebalance-recommendation', 'lifecycle'] as const)
    service.end(kind, 'cancelled');
  expect(rule(service, path)).toBe('no-event');
});

test.each(OF_EVENTS)('%s before the notice: not due', (path) => {
  const service = exampleService();
  service.fire((instance, firing) => interrupt(instance, { noticeInSeconds: 60 }, firing));
  service.fire((instance, firing) => recommendRebalance(instance, { inSeconds: 60 }, firing));
  service.fire((instance, firing) => setLifecycle(instance, { state: 'Terminated', inSeconds: 60 }, firing));
  expect(rule(service, path)).toBe('not-due');
  service.now += 60_000;
  expect(service.get(path).status).toBe(200);
});

test.each(['meta-data/nothing', 'meta-data/spot/x', 'meta-data/network/interfaces/macs/x', 'meta-data/mac/x'])(
  '%s: no such path',
  (path) => expect(rule(exampleService(), path)).toBe('not-found'),
);

test.each([
  'meta-data/kernel-id',
  'meta-data/placement/host-id',
  'meta-data/network/interfaces/macs/0e:00:00:00:00:99',
  'meta-data/network/interfaces/macs/0e:00:00:00:00:99/mac',
  'meta-data/tags/instance/Name',
])('%s: not on this instance', (path) => {
  const service = exampleService((instance) => ({
    ...instance,
    options: { ...instance.options, instanceMetadataTags: 'enabled' },
    facts: { ...instance.facts, tags: {} },
  }));
  expect(rule(service, path)).toBe('not-on-instance');
});

test('an interruption that stops has no termination time, before its notice and after', () => {
  const service = exampleService();
  service.fire((instance, firing) => interrupt(instance, { action: 'stop', noticeInSeconds: 60 }, firing));
  expect(rule(service, INSTANCE_ACTION)).toBe('not-due');
  expect(rule(service, TERMINATION)).toBe('no-event');
  service.now += 60_000;
  expect(service.get(TERMINATION)).toMatchObject({ status: 404, why: { rule: 'no-event', events: ['spot-00000001'] } });
});

test('an interruption is no recommendation', () => {
  const service = exampleService();
  service.fire((instance, firing) => interrupt(instance, {}, firing));
  expect(rule(service, REBALANCE)).toBe('no-event');
});

test('whom a notice is not for is told so of its directory too, as soon as it is due', () => {
  const service = exampleService((instance) => ({
    ...instance,
    audience: { ...instance.audience, spot: { kind: 'first', count: 1 } },
  }));
  service.fire((instance, firing) => interrupt(instance, { noticeInSeconds: 60 }, firing));
  const late = () => service.get(SPOT, { client: '10.0.0.9' }).why;
  expect(late().rule).toBe('not-due');
  service.now += 60_000;
  service.get(INSTANCE_ACTION);
  expect(late()).toMatchObject({ rule: 'no-place', audience: { group: 'spot', count: 1, taken: 1 } });
  expect(service.get(SPOT, { client: '10.0.0.9' }).effects).toEqual([]);
});

test('reasons that stay the same are one object', () => {
  const service = exampleService();
  expect(service.get(SPOT).why).toBe(service.get(SPOT).why);
  service.fire((instance, firing) => interrupt(instance, { noticeInSeconds: 60 }, firing));
  expect(service.get(INSTANCE_ACTION).why).toBe(service.get(INSTANCE_ACTION).why);
  expect(service.get(SPOT).why).toBe(service.get(SPOT).why);
});

test.each([
  [INSTANCE_ACTION, 'not-due'],
  ['meta-data/events/maintenance/scheduled', 'no-event'],
  [LIFECYCLE, 'no-event'],
  ['meta-data/system', 'not-on-instance'],
  ['nothing', 'not-found'],
])('AEMM that mocks spot in ten seconds: %s is %s', (path, expected) => {
  const run = exampleRun({ command: 'spot', 'mock-delay-sec': 10, 'rebalance-delay-sec': 10 });
  expect(run.get(path).why.rule).toBe(expected);
});

test('AEMM after a cancel: nothing now', () => {
  const run = exampleRun();
  expect(run.get(INSTANCE_ACTION).status).toBe(200);
  run.end('spot-interruption', 'cancelled');
  expect(rule(run, INSTANCE_ACTION)).toBe('no-event');
});
