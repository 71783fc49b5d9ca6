// The target lifecycle state of an Auto Scaling group on the wire (imds.md 1.3, 3.4; behaviour.md, Events).
import { describe, expect, test } from 'vitest';
import { exampleService, type ExampleService } from '../service.example.ts';
import { finish, skipBy } from './finish.ts';
import { setLifecycle } from './fire.ts';
import { LIFECYCLE_PATH } from './lifecycle.ts';
import { LIFECYCLE_STATES, type LifecycleState } from './kinds.ts';

function set(service: ExampleService, state: LifecycleState, inSeconds?: number): string {
  const { events } = service.fire((instance, firing) => setLifecycle(instance, { state, inSeconds }, firing));
  return events[0]?.id ?? '';
}

function cancel(service: ExampleService, id: string): void {
  service.fire((instance, { now }) => finish(instance, id, 'cancelled', now));
}

/** A member of an Auto Scaling group. */
function inGroup(): ExampleService {
  return exampleService((instance) => ({ ...instance, facts: { ...instance.facts, lifecycleState: 'InService' } }));
}

test('outside a group there is none: 404 and unlisted (imds.md 1.3)', () => {
  const service = exampleService();
  expect(service.read(LIFECYCLE_PATH)).toBe(404);
  expect(service.read('meta-data/')).not.toContain('autoscaling');
});

test('the base state is a fact', () => {
  expect(inGroup().get(LIFECYCLE_PATH)).toMatchObject({ body: 'InService', why: { rule: 'fact' } });
});

test.each(LIFECYCLE_STATES)('%s, as plain text, listed (1.3)', (state) => {
  const service = exampleService();
  set(service, state);
  expect(service.read(LIFECYCLE_PATH)).toBe(state);
  expect(service.read('meta-data/autoscaling/')).toBe('target-lifecycle-state');
});

test('from its time on', () => {
  const service = inGroup();
  set(service, 'Terminated', 60);
  service.now += 59_999;
  expect(service.read(LIFECYCLE_PATH)).toBe('InService');
  service.now += 1;
  expect(service.read(LIFECYCLE_PATH)).toBe('Terminated');
});

describe('another one', () => {
  test('takes its place', () => {
    const service = inGroup();
    set(service, 'Standby');
    set(service, 'Terminated');
    expect(service.read(LIFECYCLE_PATH)).toBe('Terminated');
  });

  test('at a time, takes its place then', () => {
    const service = inGroup();
    set(service, 'Standby');
    set(service, 'Terminated', 30);
    expect(service.read(LIFECYCLE_PATH)).toBe('Standby');
    service.now += 30_000;
    expect(service.read(LIFECYCLE_PATH)).toBe('Terminated');
  });

  test('before one that was announced earlier, comes first', () => {
    const service = inGroup();
    set(service, 'Terminated', 60);
    set(service, 'Standby', 30);
    service.now += 45_000;
    expect(service.read(LIFECYCLE_PATH)).toBe('Standby');
    service.now += 15_000;
    expect(service.read(LIFECYCLE_PATH)).toBe('Terminated');
  });

  test('fired after a skip, is the latest', () => {
    const service = inGroup();
    set(service, 'Standby', 60);
    service.change((instance) => skipBy(instance, 3_600_000, service.now));
    expect(service.read(LIFECYCLE_PATH)).toBe('Standby');
    set(service, 'Terminated');
    expect(service.read(LIFECYCLE_PATH)).toBe('Terminated');
  });
});

describe('cancelled', () => {
  test('the base comes back', () => {
    const service = inGroup();
    cancel(service, set(service, 'Terminated'));
    expect(service.read(LIFECYCLE_PATH)).toBe('InService');
  });

  test('where there is no base, 404 comes back', () => {
    const service = exampleService();
    cancel(service, set(service, 'Terminated'));
    expect(service.read(LIFECYCLE_PATH)).toBe(404);
  });

  test('the base comes back, not what an earlier one had set', () => {
    const service = inGroup();
    set(service, 'Standby');
    cancel(service, set(service, 'Terminated'));
    expect(service.read(LIFECYCLE_PATH)).toBe('InService');
  });
});
