import { expect, test } from 'vitest';
import { putWithin } from './bounded.ts';

test('a full memory begins anew', () => {
  const kept = new Map<string, number>();
  expect([putWithin(kept, 2, 'a', 1), putWithin(kept, 2, 'b', 2)]).toEqual([1, 2]);
  expect([...kept]).toEqual([
    ['a', 1],
    ['b', 2],
  ]);
  putWithin(kept, 2, 'c', 3);
  expect([...kept]).toEqual([['c', 3]]);
});
