// The nearest allowed word.
import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

test.each([
  ['--prot', ['--port', '--host'], '--port'],
  ['hibernat', ['terminate', 'hibernate'], 'hibernate'],
  ['ter', ['terminate', 'stop'], 'terminate'],
  ['completely-else', ['a', 'b'], null],
  ['x', [], null],
  ['', ['a'], 'a'],
  ['abc', ['abcdefghijk'], 'abcdefghijk'],
])('the nearest to %s', (given, allowed, expected) => {
  expect(nearest(given, allowed)).toBe(expected);
});

test('what is longer by a third than every word is compared with none', () => {
  const words = Array.from({ length: 60 }, (_, index) => 'a'.repeat(index + 1));
  const before = performance.now();
  expect(nearest('a'.repeat(65_536), words)).toBeNull();
  // Compared letter by letter it would take more than ten seconds.
  expect(performance.now() - before).toBeLessThan(100);
});
