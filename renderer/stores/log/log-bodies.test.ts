// Filters by body show only what the server has looked through.
import { expect, test } from 'vitest';
import { exampleRow } from './rows.example.ts';
import { addFinds, findsFor, matcherFor, searchedUpTo } from './log-bodies.ts';

const NO_TIMES = { now: 0, newestEvent: undefined };

const shown = (filter: string, finds: ReturnType<typeof findsFor>) =>
  [1, 2, 3].filter((sequence) => matcherFor(filter, finds, NO_TIMES)(exampleRow(sequence)));

test.each([
  ['body:x', [2]],
  ['-body:x', [1]],
])('%s waits for the server to have looked', (filter, expected) => {
  const finds = findsFor(filter, new Map());
  expect(shown(filter, finds)).toEqual([]);
  const found = finds.get('x');
  if (found !== undefined) addFinds(found, [2], 2, { first: 1, limit: 3 });
  expect(shown(filter, finds)).toEqual(expected);
  expect(searchedUpTo(finds)).toBe(2);
});

test('what is known is kept for the next filter with the same text, the rest forgotten', () => {
  const finds = findsFor('body:x body:y', new Map());
  const next = findsFor('body:x status:200', finds);
  expect([...next.keys()]).toEqual(['x']);
  expect(next.get('x')).toBe(finds.get('x'));
});

test('without a text to look for nothing waits', () => {
  expect(searchedUpTo(findsFor('status:200', new Map()))).toBe(Infinity);
});

test('finds are bounded: those before the first row held go', () => {
  const found = { upTo: 0, sequences: new Set<number>() };
  addFinds(
    found,
    Array.from({ length: 10_500 }, (_, index) => index + 1),
    10_500,
    { first: 501, limit: 10_000 },
  );
  expect(found.sequences.size).toBe(10_000);
});
