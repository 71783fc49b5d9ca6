// Named filters: saved, replaced, and read back whatever was stored.
import { expect, test } from 'vitest';
import { readFilters, withFilter } from './log-filters.ts';

test('in the order of their names, each name once', () => {
  const one = withFilter([], { name: ' spot ', filter: 'path:/spot' });
  const two = withFilter(one, { name: 'errors', filter: 'status:>=400' });
  expect(withFilter(two, { name: 'spot', filter: 'path:/events' })).toEqual([
    { name: 'errors', filter: 'status:>=400' },
    { name: 'spot', filter: 'path:/events' },
  ]);
});

test('a filter without a name is not kept', () => {
  expect(withFilter([], { name: '  ', filter: 'x' })).toEqual([]);
});

test('never more than fifty', () => {
  const many = Array.from({ length: 60 }, (_, index) => ({ name: `n${index}`, filter: 'x' }));
  expect(many.reduce<ReturnType<typeof readFilters>>(withFilter, [])).toHaveLength(50);
});

test.each([null, '', '{', '{}', '7', '[1, {"name": "x"}]'])('%j holds none', (text) => {
  expect(readFilters(text)).toEqual([]);
});
