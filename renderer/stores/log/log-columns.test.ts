// What is remembered of the columns, however it was left.
import { expect, test } from 'vitest';
import { COLUMNS, moved, readColumns } from './log-columns.ts';

test.each([null, '', '{', '[]', '7', '{"order": 1, "widths": []}'])('%j is the usual', (text) => {
  expect(readColumns(text)).toEqual({ order: COLUMNS, widths: {} });
});

test('columns that are unknown or twice are left out, missing ones come last', () => {
  expect(readColumns('{"order": ["why", "colour", "why", "time"]}').order).toEqual([
    'why',
    'time',
    'client',
    'method',
    'path',
    'v',
    'status',
    'ms',
  ]);
});

test('widths out of bounds are left out', () => {
  expect(readColumns('{"widths": {"why": 300, "ms": 1, "time": "x", "v": 9999}}').widths).toEqual({ why: 300 });
});

test.each([
  ['time', 'path', ['client', 'method', 'path', 'time', 'v', 'status', 'why', 'ms']],
  ['ms', 'client', ['time', 'ms', 'client', 'method', 'path', 'v', 'status', 'why']],
  ['v', 'v', [...COLUMNS]],
] as const)('%s dropped on %s', (id, to, order) => {
  expect(moved(COLUMNS, id, to)).toEqual(order);
});
