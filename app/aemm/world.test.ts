// The world of a run of AEMM: the profile, who gets notices, tokens, and the events that settings ask for.
import { describe, expect, test } from 'vitest';
import { firstInstance } from '../world/instances.ts';
import { world } from '../world/world.ts';
import { readWorld } from '../world/world-check.ts';
import { AEMM_DEFAULTS } from './defaults/defaults.ts';
import type { AemmSettings } from './settings.ts';
import { aemmWorld } from './world.ts';

/** 2024-08-01T12:00:00.700Z */
const STARTED = Date.UTC(2024, 7, 1, 12, 0, 0, 700);
const SECOND = Date.UTC(2024, 7, 1, 12);

function instanceOf(changed: Partial<AemmSettings>, startedAt = STARTED) {
  return firstInstance(aemmWorld({ ...AEMM_DEFAULTS, ...changed }, startedAt));
}

function noticeTimes(changed: Partial<AemmSettings>): number[] {
  return instanceOf(changed).events.map(({ noticeAt }) => noticeAt);
}

test('it can be saved and read again', () => {
  const made = aemmWorld(AEMM_DEFAULTS, STARTED);
  expect(readWorld(JSON.parse(JSON.stringify(made)))).toEqual({ ok: true, data: made });
});

test('a world holds one of them: the ids of their events are the same', () => {
  const { instances, ...made } = aemmWorld(AEMM_DEFAULTS, STARTED);
  const [one] = instances;
  const read = readWorld({ ...made, instances: [{ ...one, profile: 'ec2', aemm: null, name: 'first' }, one] });
  expect(read).toMatchObject({ ok: true });
  expect(readWorld({ ...made, instances: [one, { ...one, name: 'second' }] })).toMatchObject({
    ok: false,
    error: { code: 'INVALID_INPUT', issues: [{ path: 'instances.1.profile' }] },
  });
});

test('a world saved before there was AEMM still opens', () => {
  const { aemm: _, ...instance } = { ...instanceOf({}), preset: 'spot', profile: 'ec2', events: [] };
  const read = world.parse({ version: 1, instances: [instance], routing: [] });
  expect(read.instances).toMatchObject([{ profile: 'ec2', aemm: null }]);
});

test.each([
  [-1, { kind: 'everyone' }],
  [0, { kind: 'nobody' }],
  [1, { kind: 'first', count: 1 }],
  [1000, { kind: 'first', count: 1000 }],
  [1001, { kind: 'everyone' }],
])('mock-ip-count %i', (count, rule) => {
  const { audience } = instanceOf({ 'mock-ip-count': count });
  expect(audience).toEqual({ spot: rule, maintenance: rule, lifecycle: rule });
});

test.each([
  [false, 'optional'],
  [true, 'required'],
] as const)('imdsv2 %s: tokens are %s', (imdsv2, httpTokens) => {
  expect(instanceOf({ imdsv2 }).options).toMatchObject({ httpTokens });
});

test.each([
  ['all', ['spot-interruption', 'rebalance-recommendation', 'maintenance', 'lifecycle']],
  ['spot', ['spot-interruption', 'rebalance-recommendation']],
  ['events', ['maintenance']],
  ['asglifecycle', ['lifecycle']],
] as const)('the notices of %s', (command, kinds) => {
  expect(instanceOf({ command }).events.map(({ kind }) => kind)).toEqual(kinds);
});

describe('notices come', () => {
  test('from the second of the start', () => {
    expect(noticeTimes({})).toEqual([SECOND, SECOND, SECOND, SECOND]);
  });

  test('after their delays, three apart', () => {
    const delays = { 'mock-delay-sec': 10, 'rebalance-delay-sec': 20, 'asg-termination-delay-sec': 30 };
    expect(noticeTimes(delays)).toEqual([10, 20, 10, 30].map((after) => SECOND + after * 1000));
  });

  test('at their trigger times, which go before delays', () => {
    const times = {
      'mock-delay-sec': 10,
      'mock-trigger-time': '2024-08-01T14:00:01+02:00',
      'rebalance-trigger-time': '2024-08-01T12:00:02.900Z',
      'asg-termination-trigger-time': '2024-08-01T12:00:03Z',
    };
    expect(noticeTimes(times)).toEqual([1, 2, 1, 3].map((after) => SECOND + after * 1000));
  });

  test('at once where a trigger time can not be read', () => {
    expect(noticeTimes({ 'rebalance-trigger-time': 'junk', 'rebalance-delay-sec': 60 })[1]).toBe(SECOND);
  });

  test.each([Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER])('within what a world can hold: %i s', (seconds) => {
    const settings = {
      'mock-delay-sec': seconds,
      'rebalance-delay-sec': seconds,
      'asg-termination-delay-sec': seconds,
    };
    expect(readWorld(aemmWorld({ ...AEMM_DEFAULTS, ...settings }, STARTED)).ok).toBe(true);
  });
});
