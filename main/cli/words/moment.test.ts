// A moment as people give it.
import { expect, test } from 'vitest';
import { moment } from './moment.ts';

const NOW = Date.UTC(2030, 0, 21, 9);

test.each([
  ['90s', '2030-01-21T09:01:30.000Z'],
  ['1.5h', '2030-01-21T10:30:00.000Z'],
  ['30m', '2030-01-21T09:30:00.000Z'],
  ['7d', '2030-01-28T09:00:00.000Z'],
  ['2030-01-21T09:00:00Z', '2030-01-21T09:00:00Z'],
  ['2030-01-21T09:00:00.5+01:00', '2030-01-21T09:00:00.5+01:00'],
])('%s', (given, expected) => {
  expect(moment(given, NOW)).toBe(expected);
});

test.each(['', '90', '-5m', 'soon', '2030-01-21', '2030-01-21T09:00:00', '2030-13-21T09:00:00Z', '5w'])(
  '"%s" is no moment',
  (given) => {
    expect(() => moment(given, NOW)).toThrow(/^A time is needed, such as 2030-01-21T09:00:00Z, or how long from now/);
  },
);
