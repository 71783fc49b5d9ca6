// The palette finds commands, paths and clients, recent ones first.
import { expect, test } from 'vitest';
import { commandItems, foundItems, pathItems, recentFrom, withRecent } from './palette-items.ts';

const ITEMS = [...commandItems(), ...pathItems(['meta-data/instance-id', 'meta-data/spot/instance-action'])];

function titles(typed: string, recent: string[] = []): string[] {
  return foundItems(ITEMS, typed, recent).map(({ title }) => title);
}

test('before anything is typed every command is there, and no path', () => {
  expect(titles('')).toHaveLength(commandItems().length);
  expect(titles('')).not.toContain('meta-data/instance-id');
});

test('recent ones come first, the last used before all others', () => {
  expect(titles('', ['go.tokens', 'world.undo']).slice(0, 2)).toEqual(['Tokens', 'Undo']);
});

test('a recent path is offered before anything is typed', () => {
  expect(titles('', ['path:meta-data/instance-id'])[0]).toBe('meta-data/instance-id');
});

test('every word must be there, in any order', () => {
  expect(titles('action skip')).toEqual(['Skip to action']);
  expect(titles('skip nonsense')).toEqual([]);
});

test('what begins with the words comes before what only has them', () => {
  expect(titles('interrupt')[0]).toBe('Interrupt now');
});

test('paths are found by any part', () => {
  expect(titles('spot/inst')).toEqual(['meta-data/spot/instance-action']);
});

test('recent ones are few and not repeated', () => {
  expect(withRecent(['a', 'b', 'c', 'd', 'e', 'f'], 'c')).toEqual(['c', 'a', 'b', 'd', 'e', 'f']);
  expect(withRecent(['a', 'b', 'c', 'd', 'e', 'f'], 'g')).toEqual(['g', 'a', 'b', 'c', 'd', 'e']);
});

test.each([
  [null, []],
  ['x', []],
  [
    ['a', 1, 'b'],
    ['a', 'b'],
  ],
])('%j kept is %j', (kept, expected) => {
  expect(recentFrom(kept)).toEqual(expected);
});
