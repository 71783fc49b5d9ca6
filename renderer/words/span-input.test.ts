// Spans are read as people type them, and shown so that they read back the same.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { spanFrom, spanShown } from './span-input.ts';

test.each([
  ['2:00', 120],
  ['0:30', 30],
  ['1:30:00', 5400],
  ['90', 90],
  ['90 s', 90],
  ['5 min', 300],
  [' 2h ', 7200],
  ['0', 0],
])('%s is %d s', (typed, seconds) => {
  expect(spanFrom(typed)).toBe(seconds);
});

test.each(['', 'soon', '2:60', '-5', '1.5', '2:', '5 weeks', '99999999', 'constructor'])('%j is no span', (typed) => {
  expect(spanFrom(typed)).toBeNull();
});

test('what is shown always reads back as it was', () => {
  const spans = fc.property(fc.nat(366 * 86_400), (seconds) => {
    expect(spanFrom(spanShown(seconds))).toBe(seconds);
  });
  fc.assert(spans);
});
