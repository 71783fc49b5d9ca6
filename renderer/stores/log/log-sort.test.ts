// Sorting makes a copy that stays as it is.
import { expect, test } from 'vitest';
import { exampleRow } from './rows.example.ts';
import { nextSort, notSorted, orderedIndex, orderedRows, sorted } from './log-sort.ts';
import { EMPTY_WINDOW, withRows } from './log-window.ts';

const timed = (sequence: number, durationMs: number) => ({ ...exampleRow(sequence), durationMs });
const ROWS = withRows(EMPTY_WINDOW, [timed(1, 5), timed(2, 1), timed(3, 9)], () => true);
const numbers = (rows: readonly { sequence: number }[]) => rows.map(({ sequence }) => sequence);

test.each([
  ['time', true, [3, 2, 1]],
  ['ms', true, [3, 1, 2]],
  ['ms', false, [2, 1, 3]],
] as const)('by %s, descending %s', (by, descending, order) => {
  expect(numbers(sorted(ROWS, by, descending).rows)).toEqual(order);
});

test('rows that come later are counted, not sorted in', () => {
  const sort = sorted(ROWS, 'ms', true);
  const later = withRows(ROWS, [timed(4, 7), timed(5, 7)], () => true);
  expect([numbers(orderedRows(later, sort)), notSorted(later, sort)]).toEqual([[3, 1, 2], 2]);
  expect([orderedIndex(later, sort, 1), orderedIndex(later, sort, 4), orderedIndex(later, null, 4)]).toEqual([
    1, -1, 3,
  ]);
});

test.each([
  ['time', null, { by: 'time', descending: true }],
  ['time', { by: 'time', descending: true }, null],
  ['time', { by: 'ms', descending: true }, null],
  ['ms', null, { by: 'ms', descending: true }],
  ['ms', { by: 'ms', descending: true }, { by: 'ms', descending: false }],
  ['ms', { by: 'ms', descending: false }, null],
] as const)('%s after %o is %o', (by, before, after) => {
  expect(nextSort(by, before)).toEqual(after);
});
