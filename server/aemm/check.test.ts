// What is refused before a run, in AEMM's words, by each command for what it mocks.
import { describe, expect, test } from 'vitest';
import { AEMM_DEFAULTS } from '../../app/aemm/defaults/defaults.ts';
import type { AemmCommand, AemmSettings } from '../../app/aemm/settings.ts';
import { isTime, refusals } from './check.ts';

const TIME = 'time in RFC3339 format, e.g. 2020-01-07T01:03:47Z';
const CODES = 'instance-reboot,system-reboot,system-maintenance,instance-retirement,instance-stop';

function withValue(group: 'spot' | 'events' | null, key: string, value: string): AemmSettings {
  if (group === null) return { ...AEMM_DEFAULTS, [key]: value };
  return { ...AEMM_DEFAULTS, [group]: { ...AEMM_DEFAULTS[group], [key]: value } };
}

const ALL: AemmCommand[] = ['all', 'spot', 'events', 'asglifecycle'];
const SPOT: AemmCommand[] = ['all', 'spot'];
const EVENTS: AemmCommand[] = ['all', 'events'];

describe('each value, and the commands that refuse it', () => {
  test.each([
    ['spot', 'action', 'terminate,hibernate,stop', SPOT],
    ['spot', 'time', TIME, SPOT],
    ['spot', 'rebalance-rec-time', TIME, SPOT],
    ['events', 'code', CODES, EVENTS],
    ['events', 'state', 'active,completed,canceled', EVENTS],
    ['events', 'not-before', TIME, EVENTS],
    ['events', 'not-after', TIME, EVENTS],
    ['events', 'not-before-deadline', TIME, EVENTS],
    [null, 'mock-trigger-time', TIME, ALL],
    [null, 'rebalance-trigger-time', TIME, ALL],
    [null, 'asg-termination-trigger-time', TIME, ALL],
  ] as const)('%s %s', (group, key, allowed, refusedBy) => {
    const sentence = `Invalid CLI input "junk" for flag ${key}. Allowed value(s): ${allowed}.\n`;
    for (const command of ALL) {
      const said = refusals({ ...withValue(group, key, 'junk'), command });
      expect(said).toBe(refusedBy.includes(command) ? sentence : '');
    }
  });

  test('several are joined', () => {
    const settings = { ...withValue('spot', 'action', 'a'), events: { ...AEMM_DEFAULTS.events, state: 'b' } };
    expect(refusals(settings)).toBe(
      'Invalid CLI input "a" for flag action. Allowed value(s): terminate,hibernate,stop.\n' +
        'Invalid CLI input "b" for flag state. Allowed value(s): active,completed,canceled.\n',
    );
  });

  test('the defaults are fine', () => {
    expect(ALL.map((command) => refusals({ ...AEMM_DEFAULTS, command }))).toEqual(['', '', '', '']);
  });

  test('an empty action is none', () => {
    expect(refusals(withValue('spot', 'action', ''))).toContain('Invalid CLI input "" for flag action.');
  });
});

test.each([
  '2020-01-07T01:03:47Z',
  '2020-01-07T01:03:47.123456Z',
  '2020-02-29T23:59:59+05:30',
  '2000-02-29T00:00:00-12:00',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
])('%s is a time', (text) => {
  expect(isTime(text)).toBe(true);
});

test.each([
  '',
  'now',
  '2020-01-07',
  '2020-01-07 01:03:47Z',
  '2020-01-07T01:03:47',
  '2020-01-07t01:03:47z',
  '2020-1-7T01:03:47Z',
  '2019-02-29T00:00:00Z',
  '1900-02-29T00:00:00Z',
  '2020-13-01T00:00:00Z',
  '2020-00-01T00:00:00Z',
  '2020-04-31T00:00:00Z',
  '2020-01-00T00:00:00Z',
  '2020-01-07T24:00:00Z',
  '2020-01-07T23:60:00Z',
  '2020-01-07T23:59:60Z',
  '2020-01-07T01:03:47+0530',
  '2020-01-07T01:03:47+05:60',
  ' 2020-01-07T01:03:47Z',
  '2020-01-07T01:03:47Z\n',
  '1578358427',
])('%j is none', (text) => {
  expect(isTime(text)).toBe(false);
});
