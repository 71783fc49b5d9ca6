// What a changed value is tagged with.
import { expect, test } from 'vitest';
import { changeTag } from './item-state.ts';
import { EXAMPLE_ITEM } from './metadata-item.example.ts';

test.each([
  [{}, null],
  [{ changed: true }, 'changed'],
  [{ changed: true, source: 'override' }, 'overridden'],
] as const)('%j is tagged %s', (more, tag) => {
  expect(changeTag({ ...EXAMPLE_ITEM, ...more })).toBe(tag);
});
