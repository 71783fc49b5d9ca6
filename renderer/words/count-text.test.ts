// A number of things, in words.
import { expect, test } from 'vitest';
import { countText } from './count-text.ts';

test.each([
  [0, 'no paths'],
  [1, '1 path'],
  [2, '2 paths'],
  [12_345, '12,345 paths'],
])('%d is %s', (count, text) => {
  expect(countText(count, 'path')).toBe(text);
});

test('none can be said as a figure', () => {
  expect(countText(0, 'path', '0')).toBe('0 paths');
});
