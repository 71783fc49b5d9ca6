// What is said about a value in the tree.
import { expect, test } from 'vitest';
import { EXAMPLE_ITEM } from './metadata-item.example.ts';
import { valueWord } from './short-value.ts';

const ABSENT = { value: null, present: false } as const;

test.each([
  [{}, 'ami-1'],
  [{ value: 'a\nb', kind: 'lines' }, 'a …'],
  [{ value: '{\n"a": 1\n}', kind: 'json' }, '3 lines'],
  [{ value: '[]', kind: 'json' }, '[]'],
  [ABSENT, 'absent'],
  [{ ...ABSENT, source: 'override', changed: true }, '404'],
  [{ ...ABSENT, changed: true }, '404'],
  [{ ...ABSENT, path: 'user-data' }, 'none'],
] as const)('%j reads %s in the tree', (more, word) => {
  expect(valueWord({ ...EXAMPLE_ITEM, ...more })).toBe(word);
});
