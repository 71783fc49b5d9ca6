// What is said about a change.
import { describe, expect, test } from 'vitest';
import { othersThan, shortChange } from './short-change.ts';

test('the changes of other paths, the signed documents last', () => {
  const paths = ['dynamic/instance-identity/document', 'meta-data/mac', 'meta-data/mine', 'user-data'];
  const changes = paths.map((path) => ({ path, was: '1', is: '2' }));
  expect(othersThan('meta-data/mac', changes).map(({ path }) => path)).toEqual([
    'meta-data/mine',
    'user-data',
    'dynamic/instance-identity/document',
  ]);
});

describe('a change in a line', () => {
  test.each([
    ['us-east-1a', 'us-east-1b', { was: 'us-east-1a', is: 'us-east-1b' }],
    [null, 'x', { was: 'absent', is: 'x' }],
    ['x', null, { was: 'x', is: 'absent' }],
    ['', 'x', { was: 'empty', is: 'x' }],
    ['{\n  "zone" : "a",\n  "n" : 1\n}', '{\n  "zone" : "b",\n  "n" : 1\n}', { was: 'a', is: 'b' }],
    ['{\n  "zone" : "a",\n  "n" : 1\n}', '{\n  "zone" : "b",\n  "n" : 2\n}', { lines: 2 }],
    ['a\nb\nc', 'a', { lines: 2 }],
  ])('%j to %j', (was, is, short) => {
    expect(shortChange({ path: 'p', was, is })).toEqual(short);
  });
});
