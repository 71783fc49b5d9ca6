// JSON as it was captured (imds.md 1.3, 1.4).
import { expect, test } from 'vitest';
import { jsonText } from './json-text.ts';

test('two spaces, a space on both sides of the colon, arrays in one line, no LF at the end', () => {
  const text = jsonText([
    ['Code', 'Success'],
    ['kernelId', null],
    ['codes', ['a', 'b']],
    ['quoted', 'a "b"'],
  ]);
  expect(text).toBe(
    '{\n  "Code" : "Success",\n  "kernelId" : null,\n  "codes" : [ "a", "b" ],\n  "quoted" : "a \\"b\\""\n}',
  );
});
