import { expect, test } from 'vitest';
import { draftProblem, userDataProblem, userDataSize } from './draft-check.ts';

test.each(['2026-11-22T14:07:00Z', '2026-11-22T14:07:00.5+01:00'])('%s is a time', (text) => {
  expect(draftProblem('time', text)).toBeNull();
});

test.each(['', 'tomorrow', '2026-11-22', '2026-13-22T14:07:00Z'])('%j is no time', (text) => {
  expect(draftProblem('time', text)).toContain('such as 2026-11-22T14:07:00Z');
});

test('JSON is checked, and text is left to the server', () => {
  expect(draftProblem('json', '{"a":')).toContain('line 1, column 6');
  expect(draftProblem('text', '{"a":')).toBeNull();
});

test('user data is measured in bytes, whatever it is written in', () => {
  expect(userDataSize('text', 'é')).toBe(2);
  expect(userDataSize('base64', 'w6k=')).toBe(2);
  expect(userDataSize('base64', 'w6k')).toBeNull();
});

test('user data has at most 16 KiB', () => {
  expect(userDataProblem(16_384)).toBeNull();
  expect(userDataProblem(16_385)).toBe('User data has at most 16,384 B (16 KiB); this has 16,385 B.');
  expect(userDataProblem(null)).toContain('not base64');
});
