// Keys in the list of requests.
import { expect, test } from 'vitest';
import { rowAfterKey } from './grid-keys.ts';

test.each([
  ['ArrowDown', 3, 4],
  ['j', 3, 4],
  ['ArrowUp', 3, 2],
  ['k', 0, 0],
  ['ArrowDown', 9, 9],
  ['PageUp', 7, 2],
  ['PageDown', 7, 9],
  ['Home', 7, 0],
  ['End', 2, 9],
  ['ArrowUp', -1, 9],
  ['ArrowDown', -1, 9],
  ['x', 3, null],
])('%s from row %d leads to %s', (key, index, to) => {
  expect(rowAfterKey(key, index, 10, 5)).toBe(to);
});

test('an empty list leads nowhere', () => {
  expect(rowAfterKey('End', -1, 0, 5)).toBeNull();
});
