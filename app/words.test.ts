// Numbers and names as people say them.
import { expect, test } from 'vitest';
import { gmtTime, httpTime, isoSeconds, isoTime, LAST_MOMENT } from './time.ts';
import { after, elapsed, groupWords, heldWords, lateWords, span } from './words.ts';

test.each([
  [-5, '0 s'],
  [0, '0 s'],
  [12.4, '12 s'],
  [59, '59 s'],
  [60, '1 min'],
  [61, '1 min 1 s'],
  [599, '9 min 59 s'],
  [600, '10 min'],
  [659, '10 min'],
  [3599, '59 min'],
  [3600, '1 h'],
  [18_720, '5 h 12 min'],
  [21_600, '6 h'],
])('%d s are %s', (total, text) => {
  expect(span(total)).toBe(text);
});

test('what passed is in ms below a second, in seconds with one decimal below a minute', () => {
  const texts = ['0 ms', '120 ms', '999 ms', '1.0 s', '3.1 s', '2 min 5 s'];
  const given = [0, 120, 999, 1000, 3112, 125_000];
  expect(given.map(elapsed)).toEqual(texts);
  expect(given.map(after)).toEqual(texts.map((text) => `+${text}`));
});

test.each([
  [{ of: 'role', imds: 'v2', number: 3, newest: true }, 'holds set 3 of IMDSv2'],
  [{ of: 'ec2-instance', imds: 'v1', number: 2, newest: false }, 'holds set 2 of IMDSv1 of the instance, an older one'],
  [{ of: 'role', imds: null, number: null, newest: true }, 'holds credentials given by hand'],
] as const)('%j', (held, words) => {
  expect(heldWords(held)).toBe(words);
});

test('those who came too late are counted', () => {
  expect([lateWords(1), lateWords(8)]).toEqual(['1 other was too late', '8 others were too late']);
});

test('groups', () => {
  expect((['spot', 'maintenance', 'lifecycle'] as const).map(groupWords)).toEqual(['Spot', 'Maintenance', 'Lifecycle']);
});

test('times as the wire writes them: whole seconds, rounded down (imds.md 1.3, 2.4, 3.3)', () => {
  const at = Date.UTC(2021, 4, 1, 2, 3, 4, 999);
  expect(isoSeconds(at)).toBe('2021-05-01T02:03:04Z');
  expect(gmtTime(at)).toBe('1 May 2021 02:03:04 GMT');
  expect(httpTime(at)).toBe('Sat, 01 May 2021 02:03:04 GMT');
  expect(isoTime(at)).toBe('2021-05-01T02:03:04.999Z');
});

test('times of one second are written one by one, the first as the last', () => {
  const at = Date.UTC(2021, 4, 1, 2, 3, 4, 7);
  for (const moment of [at, at + 992, at + 993, at, -1, 0, LAST_MOMENT, at])
    expect(isoTime(moment)).toBe(new Date(moment).toISOString());
});
