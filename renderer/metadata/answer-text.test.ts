// An answer in a line.
import { expect, test } from 'vitest';
import { answerText } from './answer-text.ts';

test.each([
  [{ status: 200, body: 'us-east-1b', size: 10 }, '200 · text/plain · 10 B · no newline at the end'],
  [{ status: 404, body: '<html>\n', size: 1339 }, '404 · text/plain · 1,339 B · newline at the end'],
  [{ status: 401, body: '', size: 0 }, '401 · text/plain · 0 B'],
  [{ status: null, body: '', size: 0 }, 'no answer'],
] as const)('%j is said as %s', (answer, text) => {
  expect(answerText({ ...answer, headers: [['Content-Type', 'text/plain; charset=x']] })).toBe(text);
});
