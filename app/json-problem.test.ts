// Which line of a text is named as the one that is no JSON.
import { expect, test } from 'vitest';
import { jsonProblem } from './json-problem.ts';

test('a damaged text says which line', () => {
  expect(jsonProblem('{\n"a": 1,\n"b": ?\n}')).toContain('line 3');
  expect(jsonProblem('{"a": 1,\n"b": 2')).toContain('ends too soon');
  expect(jsonProblem('{"a": 1}')).toBeNull();
});
