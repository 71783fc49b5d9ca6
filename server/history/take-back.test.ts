// The usual kinds of change, taken back and done again.
import { expect, test, vi } from 'vitest';
import { entryOf, fieldOf, memberOf, telling, together } from './take-back.ts';

test('an entry of a map, where there was one and where there was none', () => {
  const map = new Map([['a', 1]]);
  const [kept, added] = [entryOf(map, 'a'), entryOf(map, 'b')];
  map.set('a', 2).set('b', 3);
  const again = [kept(), added()];
  expect([...map]).toEqual([['a', 1]]);
  for (const redo of again) redo();
  expect([...map]).toEqual([
    ['a', 2],
    ['b', 3],
  ]);
});

test('a member of a set', () => {
  const set = new Set(['a']);
  const [removed, added] = [memberOf(set, 'a'), memberOf(set, 'b')];
  set.delete('a');
  set.add('b');
  const again = [removed(), added()];
  expect([...set]).toEqual(['a']);
  for (const redo of again) redo();
  expect([...set]).toEqual(['b']);
});

test('a field', () => {
  const object = { at: 1 };
  const takeBack = fieldOf(object, 'at');
  object.at = 2;
  const again = takeBack();
  expect(object.at).toBe(1);
  again();
  expect(object.at).toBe(2);
});

test('several, the last first on the way back, and in their order on the way there', () => {
  const said: string[] = [];
  const part = (name: string) => () => {
    said.push(name);
    return part(name);
  };
  const again = together(part('a'), part('b'))();
  expect(said.splice(0)).toEqual(['b', 'a']);
  again();
  expect(said).toEqual(['a', 'b']);
});

test('with word of it, each time', () => {
  const tell = vi.fn<() => void>();
  const object = { at: 1 };
  telling(fieldOf(object, 'at'), tell)()();
  expect(tell).toHaveBeenCalledTimes(2);
});
