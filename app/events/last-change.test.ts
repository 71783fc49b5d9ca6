// Last-Modified of what has a value with and without an event: when the event came, and when it went (imds.md 2.4).
import { describe, expect, test } from 'vitest';
import { exampleService, type ExampleService } from '../service.example.ts';
import { httpTime } from '../time.ts';
import { interrupt, scheduleMaintenance, setLifecycle } from './fire.ts';
import { LIFECYCLE_PATH } from './lifecycle.ts';
import { HISTORY_PATH, SCHEDULED_PATH } from './maintenance.ts';
import { LIFE_CYCLE_PATH } from './on-the-wire.ts';

const MINUTE = 60_000;

function modified(service: ExampleService, path: string): string | undefined {
  return service.get(path).headers.find(([name]) => name === 'Last-Modified')?.[1];
}

function onDemand(): ExampleService {
  return exampleService((instance) => ({
    ...instance,
    facts: { ...instance.facts, lifeCycle: 'on-demand', lifecycleState: 'InService' },
  }));
}

const CASES: [string, (service: ExampleService) => void, Parameters<ExampleService['end']>[0]][] = [
  [LIFE_CYCLE_PATH, (service) => service.fire((one, firing) => interrupt(one, {}, firing)), 'spot-interruption'],
  [
    SCHEDULED_PATH,
    (service) => service.fire((one, firing) => scheduleMaintenance(one, { code: 'instance-stop' }, firing)),
    'maintenance',
  ],
  [
    LIFECYCLE_PATH,
    (service) => service.fire((one, firing) => setLifecycle(one, { state: 'Standby' }, firing)),
    'lifecycle',
  ],
];

describe.each(CASES)('%s', (path, fire, kind) => {
  test('when the event came', () => {
    const service = onDemand();
    fire(service);
    const came = service.now;
    service.now += MINUTE;
    expect(modified(service, path)).toBe(httpTime(came));
  });

  test('when it went', () => {
    const service = onDemand();
    fire(service);
    service.now += MINUTE;
    service.end(kind, 'cancelled');
    const went = service.now;
    service.now += MINUTE;
    expect(modified(service, path)).toBe(httpTime(went));
  });

  test('who may not see it is told of no change', () => {
    const service = onDemand();
    const nobody = { kind: 'nobody' as const };
    service.change((one) => ({ ...one, audience: { spot: nobody, maintenance: nobody, lifecycle: nobody } }));
    const before = modified(service, path);
    fire(service);
    expect(modified(service, path)).toBe(before);
  });
});

test('history changes when an event ends', () => {
  const service = onDemand();
  service.fire((one, firing) => scheduleMaintenance(one, { code: 'instance-stop' }, firing));
  service.now += MINUTE;
  service.end('maintenance', 'completed');
  expect(modified(service, HISTORY_PATH)).toBe(httpTime(service.now));
});

test('a spot instance is one before and after: nothing changed', () => {
  const service = exampleService();
  const before = modified(service, LIFE_CYCLE_PATH);
  service.fire((one, firing) => interrupt(one, {}, firing));
  expect(modified(service, LIFE_CYCLE_PATH)).toBe(before);
});

test('one that was cancelled before its notice changed nothing', () => {
  const service = onDemand();
  const before = modified(service, LIFE_CYCLE_PATH);
  service.fire((one, firing) => interrupt(one, { noticeInSeconds: 60 }, firing));
  service.now += 1000;
  service.end('spot-interruption', 'cancelled');
  expect(modified(service, LIFE_CYCLE_PATH)).toBe(before);
});
