// The nearest allowed word.
import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

test.each([
  ['--prot', ['--port', '--host'], '--port'],
  ['hibernat', ['terminate', 'hibernate'], 'hibernate'],
  ['ter', ['terminate', 'stop'], 'terminate'],
  ['completely-else', ['a', 'b'], null],
  ['x', [], null],
])('the nearest to %s', (given, allowed, expected) => {
  expect(nearest(given, allowed)).toBe(expected);
});
