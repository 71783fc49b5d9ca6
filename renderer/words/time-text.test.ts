// Times and spans as people read them.
import { expect, test } from 'vitest';
import { clockText, countdownText, dayText, noticeText, preciseText, setTimes, spanText } from './time-text.ts';

test.each([
  [120_000, '02:00'],
  [101_960, '01:42'],
  [101_040, '01:41'],
  [999, '00:01'],
  [0, '00:00'],
  [-5000, '00:00'],
  [3_723_000, '1:02:03'],
  [7 * 86_400_000, '7 days'],
])('%d ms left is %s', (left, text) => {
  expect(countdownText(left)).toBe(text);
});

test.each([
  [0, '0 s'],
  [12_400, '12 s'],
  [300_000, '5 min'],
  [18_720_000, '5 h 12 min'],
  [86_400_000, '1 day'],
  [90_000_000, '1 d 1 h'],
  [7 * 86_400_000 - 3000, '7 days'],
  [170_000_000, '1 d 23 h'],
])('a span of %d ms is %s', (span, text) => {
  expect(spanText(span)).toBe(text);
});

test.each([
  [0, '0:00'],
  [30, '0:30'],
  [120, '2:00'],
])('a notice of %d s is %s', (seconds, text) => {
  expect(noticeText(seconds)).toBe(text);
});

const AT = Date.parse('2026-11-22T14:05:03.112Z');

test('times of day are those of UTC where that is set', () => {
  setTimes('utc');
  expect([clockText(AT), preciseText(AT)]).toEqual(['14:05:03', '14:05:03.112']);
  setTimes('local');
});

test('local times of day are those of this machine', () => {
  setTimes('local');
  const local = new Date(AT);
  expect(clockText(AT).slice(0, 5)).toBe(local.toTimeString().slice(0, 5));
});

test('a day has its year only where that is another one', () => {
  setTimes('utc');
  expect(dayText(AT, AT)).toBe('22 Nov 14:05');
  expect(dayText(AT, AT + 366 * 86_400_000)).toBe('22 Nov 2026 14:05');
  setTimes('local');
});
