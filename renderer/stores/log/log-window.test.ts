// The rows that the panel holds and shows.
import { expect, test } from 'vitest';
import type { LogLine } from '../../../app/contract/traffic.ts';
import { exampleRow as row } from './rows.example.ts';
import { EMPTY_WINDOW, indexAfter, indexOf, refiltered, refilteredAfter, withoutRows, withRows } from './log-window.ts';

const rows = (from: number, to: number, status = 200) =>
  Array.from({ length: to - from + 1 }, (_, index) => row(from + index, status));
const all = () => true;
const missing = (one: LogLine) => one.kind === 'request' && one.status === 404;
const numbers = (some: readonly LogLine[]) => some.map(({ sequence }) => sequence);

test('new rows come at the end, and only they are filtered', () => {
  const before = withRows(EMPTY_WINDOW, rows(1, 2, 404), missing);
  let asked = 0;
  const after = withRows(before, [row(3), row(4, 404)], (one) => {
    asked += 1;
    return missing(one);
  });
  expect([numbers(after.rows), numbers(after.shown), asked]).toEqual([[1, 2, 3, 4], [1, 2, 4], 2]);
});

test('over the limit the oldest make way, in what is held and in what is shown', () => {
  const window = withRows(withRows(EMPTY_WINDOW, rows(1, 4), all, 5), rows(5, 7), all, 5);
  expect(numbers(window.rows)).toEqual([3, 4, 5, 6, 7]);
  expect(numbers(window.shown)).toEqual([3, 4, 5, 6, 7]);
});

test('no new rows leave everything as it was', () => {
  expect(withRows(EMPTY_WINDOW, [], all)).toBe(EMPTY_WINDOW);
});

test('another filter looks at all rows', () => {
  const window = withRows(EMPTY_WINDOW, [row(1), row(2, 404)], all);
  expect(numbers(refiltered(window, missing).shown)).toEqual([2]);
});

test('rows that were held back are shown once they are let through', () => {
  let upTo = 1;
  const known = (one: LogLine) => one.sequence <= upTo;
  const window = withRows(EMPTY_WINDOW, rows(1, 3), known);
  upTo = 3;
  expect(numbers(refilteredAfter(window, 1, known).shown)).toEqual([1, 2, 3]);
});

test('what the server forgot goes', () => {
  const window = withoutRows(withRows(EMPTY_WINDOW, rows(1, 5), all), 3);
  expect([numbers(window.rows), numbers(window.shown)]).toEqual([
    [4, 5],
    [4, 5],
  ]);
});

test('rows are found by number', () => {
  const some = [row(2), row(5), row(9)];
  expect([0, 2, 4, 5, 9, 10].map((sequence) => indexAfter(some, sequence))).toEqual([0, 1, 1, 2, 3, 3]);
  expect([indexOf(some, 5), indexOf(some, 4), indexOf(some, 1)]).toEqual([1, -1, -1]);
});
