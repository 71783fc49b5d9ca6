// The measured offset between this page and the server.
import { expect, test } from 'vitest';
import { offsetFrom } from './clock.ts';

test('the server is taken to have answered halfway', () => {
  expect(offsetFrom(10_000, 4000, 4200, 0)).toBe(5900);
});

test('a wobble within the time that the answer took changes nothing', () => {
  expect(offsetFrom(1150, 1000, 1200, 40)).toBe(40);
});

test('a clock that was set is noticed', () => {
  expect(offsetFrom(61_100, 1000, 1200, 0)).toBe(60_000);
});
