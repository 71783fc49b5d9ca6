// What a client tells beside what the server says: equal to the byte, and no secret in what is told of a difference.

import { describe, expect, test } from 'vitest';
import { type Answers, compare, type Question } from './answers.ts';

const EXPECTED: Answers = {
  instanceId: 'i-0abcdef1234567890',
  region: 'us-east-1',
  document: '{\n  "accountId" : "123456789012"\n}',
  credentials: {
    AccessKeyId: 'ASIAEXAMPLE',
    SecretAccessKey: 'a-secret',
    SessionToken: 'a-token',
    Expiration: '2026-11-22T16:30:36Z',
  },
  credentialsFrom: 'iam-role',
  own: 'a value',
  missing: 404,
  noticeBefore: 404,
  notice: '{"action": "stop", "time": "2026-11-22T10:27:04Z"}',
};

/** The problem with one answer, when everything else is as expected. */
function problem(question: Question, answer: unknown): string | undefined {
  return compare([question], { ...EXPECTED, [question]: answer }, EXPECTED)[0]?.problem;
}

test('answers as expected pass, in the words of the report', () => {
  expect(compare(['instanceId', 'missing', 'credentials'], EXPECTED, EXPECTED)).toEqual([
    { name: 'instance id' },
    { name: '404' },
    { name: 'role credentials' },
  ]);
});

test.each<[Question, unknown]>([
  ['instanceId', 'i-0abcdef1234567891'],
  ['document', '{\n  "accountId": "123456789012"\n}'],
  ['own', undefined],
  ['missing', 200],
])('a different %s is a problem', (question, answer) => {
  expect(problem(question, answer)).toContain('the server says');
});

describe('credentials', () => {
  test.each(['2026-11-22T16:30:36+00:00', '2026-11-22T16:30:36.000Z'])('%s is the same moment', (Expiration) => {
    expect(problem('credentials', { ...EXPECTED.credentials, Expiration })).toBeUndefined();
  });

  test('a client may show only some of them', () => {
    expect(problem('credentials', { AccessKeyId: 'ASIAEXAMPLE', SessionToken: 'a-token' })).toBeUndefined();
  });

  test('a client that shows none has none', () => {
    expect(problem('credentials', {})).toBe('there are none');
  });

  test('a difference names the field, and shows no secret', () => {
    const differing = { ...EXPECTED.credentials, SecretAccessKey: 'another', Expiration: '2026-11-22T16:30:37Z' };
    expect(problem('credentials', differing)).toBe('not what the server says: SecretAccessKey, Expiration');
  });
});
