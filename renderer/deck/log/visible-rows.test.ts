// Which rows are drawn, and where the list is scrolled to for a row.
import { expect, test } from 'vitest';
import { drawnAtMost, isInView, rangeAtEnd, rangeFrom, scrollTopFor } from './visible-rows.ts';

test('the rows in view are drawn, and six beside them on either side', () => {
  expect(rangeFrom(100, 280, 28, 1000)).toEqual({ first: 94, end: 117 });
});

test('at either end of the list there are no more rows', () => {
  expect(rangeFrom(2, 280, 28, 1000)).toEqual({ first: 0, end: 19 });
  expect(rangeFrom(990, 280, 28, 1000)).toEqual({ first: 984, end: 1000 });
  expect(rangeFrom(0, 280, 28, 3)).toEqual({ first: 0, end: 3 });
  expect(rangeFrom(0, 280, 28, 0)).toEqual({ first: 0, end: 0 });
});

test('a list that became shorter than where it was scrolled to draws nothing rather than what is not there', () => {
  expect(rangeFrom(500, 280, 28, 10)).toEqual({ first: 10, end: 10 });
});

test('at the end the last rows are drawn', () => {
  expect(rangeAtEnd(280, 28, 1000)).toEqual({ first: 983, end: 1000 });
  expect(rangeAtEnd(280, 28, 5)).toEqual({ first: 0, end: 5 });
});

test('no range is longer than the most', () => {
  const most = drawnAtMost(555, 28);
  for (let from = 0; from < 1000; from += 1) {
    const { first, end } = rangeFrom(from, 555, 28, 1000);
    expect(end - first).toBeLessThanOrEqual(most);
  }
});

test('a row in view stays where it is; one above comes below the head, one below to the bottom', () => {
  const heights = { row: 28, above: 26, sticky: 26 };
  const box = { scrollTop: 280, clientHeight: 306 };
  expect(scrollTopFor(12, box, heights)).toBe(280);
  expect(scrollTopFor(10, box, heights)).toBe(280);
  expect(scrollTopFor(9, box, heights)).toBe(252);
  expect(scrollTopFor(19, box, heights)).toBe(280);
  expect(scrollTopFor(20, box, heights)).toBe(308);
  expect(scrollTopFor(0, box, heights)).toBe(0);
});

test('with the first row comes what is above it', () => {
  const box = { scrollTop: 30, clientHeight: 306 };
  expect(scrollTopFor(0, box, { row: 28, above: 54, sticky: 26 })).toBe(0);
});

test('a row is in view when no part of it lies below the head or the bottom', () => {
  const heights = { row: 28, above: 26, sticky: 26 };
  const box = { scrollTop: 280, clientHeight: 306 };
  expect([9, 10, 19, 20].map((index) => isInView(index, box, heights))).toEqual([false, true, true, false]);
});
