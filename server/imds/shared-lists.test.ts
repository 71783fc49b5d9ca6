// Equal lists are kept once, and only a bounded number of them.
import { expect, test } from 'vitest';
import { createShareList } from './shared-lists.ts';

test('an equal list is the one that was seen before', () => {
  const share = createShareList();
  const first = share(['Host', 'a']);
  expect(share(['Host', 'a'])).toBe(first);
});

test('lists that differ in where a value begins are different', () => {
  const share = createShareList();
  share(['Host', 'ab']);
  expect(share(['Hosta', 'b'])).toEqual(['Hosta', 'b']);
});

test('past its limit it forgets, and still gives equal lists', () => {
  const share = createShareList(2);
  const first = share(['A', '1']);
  share(['B', '2']);
  share(['C', '3']);
  expect(share(['A', '1'])).not.toBe(first);
  expect(share(['A', '1'])).toEqual(['A', '1']);
});

test('a very long list is not remembered', () => {
  const share = createShareList();
  const first = share(['A', 'x'.repeat(3000)]);
  expect(share(['A', 'x'.repeat(3000)])).not.toBe(first);
});
