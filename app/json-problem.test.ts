// Where a text stops being JSON, and what it needs there.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonProblem } from './json-problem.ts';

describe('what is not JSON', () => {
  test.each([
    ['', 'line 1, column 1, the end of the text, needs a value'],
    ['{"a": 1', 'line 1, column 8, the end of the text, needs a comma or }'],
    ['{"a": 1,\n  }', 'line 2, column 3 needs a name in double quotes'],
    ['{\n  a: 1\n}', 'line 2, column 3 needs a name in double quotes, or }'],
    ['{"a" 1}', 'line 1, column 6 needs a colon'],
    ['{"a":}', 'line 1, column 6 needs a value'],
    ['[1 2]', 'line 1, column 4 needs a comma or ]'],
    ['[1,]', 'line 1, column 4 needs a value'],
    ['[tru]', 'line 1, column 2 needs a value, or ]'],
    ['{"a": [1}', 'line 1, column 9 needs a comma or ]'],
    ['{} {}', 'line 1, column 4 needs nothing more'],
    ['"one\ntwo"', 'line 1, column 1 needs a value'],
    ['01', 'line 1, column 2 needs nothing more'],
  ])('%j', (text, problem) => {
    expect(jsonProblem(text)).toBe(`This is not valid JSON: ${problem}.`);
  });
});

test('nothing is wrong with JSON', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(jsonProblem(text)).toBeNull();
    }),
  );
});

test('a text that is cut short ends before its last character', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { minLength: 1 }), (value) => {
      const text = JSON.stringify(value).slice(0, -1);
      expect(jsonProblem(text)).toContain('This is not valid JSON: line 1, column ');
    }),
  );
});

test('deep nesting is only long', () => {
  expect(jsonProblem('['.repeat(60_000))).toContain('column 60001, the end of the text, needs a value, or ]');
});

test('a long string is only long', () => {
  expect(jsonProblem(`["${'x'.repeat(8_000_000)}",`)).toContain('column 8000005, the end of the text, needs a value.');
});
