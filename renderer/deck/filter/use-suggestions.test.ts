// A chosen completion takes the place of what was typed.
import { expect, test } from 'vitest';
import { chosen } from './use-suggestions.ts';

test.each([
  ['st', { from: 0, to: 2 }, 'status:', { filter: 'status:', caret: 7, goesOn: true }],
  ['status:4', { from: 0, to: 8 }, 'status:404', { filter: 'status:404 ', caret: 11, goesOn: false }],
  ['a st b', { from: 2, to: 4 }, 'status:', { filter: 'a status:b', caret: 9, goesOn: true }],
  ['a m:x b', { from: 2, to: 5 }, 'method:PUT', { filter: 'a method:PUT b', caret: 13, goesOn: false }],
])('%j at %o with %j', (filter, range, text, after) => {
  expect(chosen(filter, range, text)).toEqual(after);
});
