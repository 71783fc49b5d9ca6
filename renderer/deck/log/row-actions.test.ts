// Words that a request puts into the filter match that request.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileFilter } from '../../../app/filter/filter.ts';
import { exampleRow } from '../../stores/log/rows.example.ts';
import { filterWords } from './row-actions.ts';

test('each word is offered with what it says', () => {
  expect(filterWords({ ...exampleRow(1, 404), userAgent: 'curl/8' })).toEqual([
    { title: 'path /meta-data/mac', word: 'path:/meta-data/mac' },
    { title: 'client 10.0.0.7', word: 'client:10.0.0.7' },
    { title: 'status 404', word: 'status:404' },
    { title: 'method GET', word: 'method:GET' },
    { title: 'reason fact', word: 'why:fact' },
    { title: 'user agent curl/8', word: 'agent:curl/8' },
  ]);
});

test('every word lets its own request through, whatever is in it', () => {
  const text = fc
    .string({ minLength: 1, maxLength: 60, unit: 'grapheme' })
    .filter((some) => !some.includes('"') && some.trim() !== '');
  fc.assert(
    fc.property(text, text, (target, userAgent) => {
      const row = { ...exampleRow(1), target: `/${target}`, path: null, userAgent };
      for (const { word } of filterWords(row)) expect([word, compileFilter(word)(row)]).toEqual([word, true]);
    }),
  );
});
