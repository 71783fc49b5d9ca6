// What keys do in the tree.
import { expect, test } from 'vitest';
import { moveFor, typedTarget } from './tree-keys.ts';
import type { TreeRow } from './tree-rows.ts';

function row(path: string, level: number, open: boolean | null): TreeRow {
  const name = path.split('/').at(-1) ?? path;
  return { node: { path, name, item: null, children: [], changed: 0 }, level, open, position: 1, siblings: 1 };
}

const ROWS = [
  row('meta-data', 1, true),
  row('meta-data/ami-id', 2, null),
  row('meta-data/placement', 2, false),
  row('meta-data/public-ipv4', 2, null),
  row('dynamic', 1, false),
];

test.each([
  ['meta-data', 'ArrowDown', { do: 'select', path: 'meta-data/ami-id' }],
  ['meta-data', 'ArrowUp', null],
  ['dynamic', 'ArrowDown', null],
  ['dynamic', 'Home', { do: 'select', path: 'meta-data' }],
  ['meta-data', 'End', { do: 'select', path: 'dynamic' }],
  ['meta-data/placement', 'ArrowRight', { do: 'toggle', path: 'meta-data/placement' }],
  ['meta-data', 'ArrowRight', { do: 'select', path: 'meta-data/ami-id' }],
  ['meta-data/ami-id', 'ArrowRight', null],
  ['meta-data', 'ArrowLeft', { do: 'toggle', path: 'meta-data' }],
  ['meta-data/public-ipv4', 'ArrowLeft', { do: 'select', path: 'meta-data' }],
  ['dynamic', 'ArrowLeft', null],
  ['meta-data/ami-id', 'Enter', { do: 'edit', path: 'meta-data/ami-id' }],
  ['meta-data/placement', 'Enter', { do: 'toggle', path: 'meta-data/placement' }],
  ['meta-data/ami-id', 'F2', { do: 'edit', path: 'meta-data/ami-id' }],
  ['meta-data/ami-id', 'Delete', { do: 'reset', path: 'meta-data/ami-id' }],
  ['meta-data/ami-id', 'x', null],
  ['gone', 'ArrowDown', { do: 'select', path: 'meta-data' }],
  ['gone', 'End', { do: 'select', path: 'dynamic' }],
])('on %s, %s', (selected, key, move) => {
  expect(moveFor(ROWS, selected, { key, shift: false })).toEqual(move);
});

test('Shift and Delete make it absent', () => {
  expect(moveFor(ROWS, 'dynamic', { key: 'Delete', shift: true })).toEqual({ do: 'absent', path: 'dynamic' });
});

test.each([
  ['meta-data', 'p', 'meta-data/placement'],
  ['meta-data/placement', 'p', 'meta-data/public-ipv4'],
  ['meta-data/placement', 'pu', 'meta-data/public-ipv4'],
  ['meta-data/public-ipv4', 'pu', 'meta-data/public-ipv4'],
  ['meta-data/public-ipv4', 'a', 'meta-data/ami-id'],
  ['meta-data', 'z', null],
])('on %s, typing %s goes to %s', (selected, typed, path) => {
  expect(typedTarget(ROWS, selected, typed)).toBe(path);
});
