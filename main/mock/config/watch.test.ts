// When an edit of a watched file counts: once two looks find the same.
import { expect, test, vi } from 'vitest';
import { createLook } from './watch.ts';

/** Looks once at each of the files that are there in turn; how often a change was told after each look. */
function toldAfter(first: string | null, ...then: (string | null)[]): number[] {
  let now = first;
  const changed = vi.fn<() => void>();
  const look = createLook(() => now, changed);
  return then.map((signature) => {
    now = signature;
    look();
    return changed.mock.calls.length;
  });
}

test.each([
  ['nothing changes', ['a', 'a', 'a'], [0, 0]],
  ['an edit is told once it has settled', ['a', 'b', 'b', 'b'], [0, 1, 1]],
  ['a file written in pieces is told once', ['a', 'b', 'c', 'd', 'd', 'd'], [0, 0, 0, 1, 1]],
  ['renamed over', ['a', null, 'b', 'b'], [0, 0, 1]],
  ['there and back in between', ['a', 'b', 'a', 'a'], [0, 0, 0]],
  ['gone for good, then back', ['a', null, null, 'b', 'b'], [0, 1, 1, 2]],
  ['two edits', ['a', 'b', 'b', 'c', 'c'], [0, 1, 1, 2]],
])('%s', (_name, [first = null, ...then], told) => {
  expect(toldAfter(first, ...then)).toEqual(told);
});
