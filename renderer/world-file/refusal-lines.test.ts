// Refusals of a file in lines.
import { expect, test } from 'vitest';
import { refusalLines } from './refusal-lines.ts';

test('each refused field is told, and how many more there are', () => {
  const issues = Array.from({ length: 7 }, (_, index) => ({ path: `instances.${index}`, message: 'Wrong.' }));
  const lines = refusalLines({ code: 'INVALID_INPUT', message: 'All wrong.', issues });
  expect(lines).toEqual([...issues.slice(0, 5).map(({ path }) => `${path}: Wrong.`), 'and 2 more']);
});

test('a refusal without fields is told by its sentence', () => {
  expect(refusalLines({ code: 'INTERNAL', message: 'The server is gone.' })).toEqual(['The server is gone.']);
});
