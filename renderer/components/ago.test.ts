// How long ago, in one unit.
import { expect, test } from 'vitest';
import { agoText } from './ago.tsx';

test.each([
  [-200, 'now'],
  [400, 'now'],
  [12_000, '12 s ago'],
  [125_000, '2 min ago'],
  [3_900_000, '1 h ago'],
])('%d ms is %s', (ms, text) => {
  expect(agoText(ms)).toBe(text);
});
