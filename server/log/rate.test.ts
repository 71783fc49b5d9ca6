// The requests of the last minute, counted as they come.
import { expect, test } from 'vitest';
import { createRate } from './rate.ts';

const START = Date.UTC(2026, 10, 30, 12);

test('all of the last minute, however many, and none that is older', () => {
  const rate = createRate();
  for (let i = 0; i < 20_000; i += 1) rate.note(START + (i % 9000));
  expect(rate.lastMinute(START + 9000)).toBe(20_000);
  expect(rate.lastMinute(START + 59_999)).toBe(20_000);
  expect(rate.lastMinute(START + 9000 + 60_000)).toBe(0);
});

test('exact to a tenth of a second', () => {
  const rate = createRate();
  for (const at of [0, 100, 30_000, 59_900]) rate.note(START + at);
  expect([59_999, 60_000, 60_100, 90_000, 119_900].map((at) => rate.lastMinute(START + at))).toEqual([4, 3, 2, 1, 0]);
});

test('one that came more than a minute ago and is over only now is no request of this minute', () => {
  const rate = createRate();
  rate.note(START + 60_000);
  rate.note(START);
  expect(rate.lastMinute(START + 60_000)).toBe(1);
});

test('before the first there is none', () => {
  expect(createRate().lastMinute(START)).toBe(0);
});
