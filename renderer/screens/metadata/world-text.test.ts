import { expect, test } from 'vitest';
import { readWorldText, refusalLines } from './world-text.ts';

test('an object is taken as it is', () => {
  expect(readWorldText('{"version": 1}')).toEqual({ ok: true, value: { version: 1 } });
});

test('a file that was cut short is told by its line', () => {
  const problem = 'This is not JSON: line 3, column 1, the end of the text, needs a name in double quotes.';
  expect(readWorldText('{\n  "version": 1,\n')).toEqual({ ok: false, problem });
});

test.each(['[]', 'null', '1', '"world"'])('%s is no world', (text) => {
  expect(readWorldText(text)).toMatchObject({ problem: 'A world is a JSON object, as the export writes it.' });
});

test('each refused field is told, and how many more there are', () => {
  const issues = Array.from({ length: 7 }, (_, index) => ({ path: `instances.${index}`, message: 'Wrong.' }));
  const lines = refusalLines({ code: 'INVALID_INPUT', message: 'All wrong.', issues });
  expect(lines).toEqual([...issues.slice(0, 5).map(({ path }) => `${path}: Wrong.`), 'and 2 more']);
});

test('a refusal without fields is told by its sentence', () => {
  expect(refusalLines({ code: 'INTERNAL', message: 'The server is gone.' })).toEqual(['The server is gone.']);
});
