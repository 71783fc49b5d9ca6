// What is said about a value and a change.
import { describe, expect, test } from 'vitest';
import type { MetadataItem } from '../../app/contract/metadata.ts';
import { answerText, changeTag, computedReason, othersThan, shortChange, valueWord } from './words.ts';

const ITEM: MetadataItem = {
  path: 'meta-data/ami-id',
  value: 'ami-1',
  encoding: 'utf8',
  present: true,
  source: 'fact',
  changed: false,
  default: 'ami-1',
  kind: 'text',
  doc: '',
  since: null,
  known: true,
};
const ABSENT = { value: null, present: false } as const;

test.each([
  [{}, 'ami-1'],
  [{ value: 'a\nb', kind: 'lines' }, 'a …'],
  [{ value: '{\n"a": 1\n}', kind: 'json' }, '3 lines'],
  [{ value: '[]', kind: 'json' }, '[]'],
  [ABSENT, 'absent'],
  [{ ...ABSENT, source: 'override', changed: true }, '404'],
  [{ ...ABSENT, changed: true }, '404'],
  [{ ...ABSENT, path: 'user-data' }, 'none'],
] as const)('%j reads %s in the tree', (more, word) => {
  expect(valueWord({ ...ITEM, ...more })).toBe(word);
});

test.each([
  [{}, null],
  [{ changed: true }, 'changed'],
  [{ changed: true, source: 'override' }, 'overridden'],
] as const)('%j is tagged %s', (more, tag) => {
  expect(changeTag({ ...ITEM, ...more })).toBe(tag);
});

test('the changes of other paths, the signed documents last', () => {
  const paths = ['dynamic/instance-identity/document', 'meta-data/mac', 'meta-data/mine', 'user-data'];
  const changes = paths.map((path) => ({ path, was: '1', is: '2' }));
  expect(othersThan('meta-data/mac', changes).map(({ path }) => path)).toEqual([
    'meta-data/mine',
    'user-data',
    'dynamic/instance-identity/document',
  ]);
});

describe('a change in a line', () => {
  test.each([
    ['us-east-1a', 'us-east-1b', { was: 'us-east-1a', is: 'us-east-1b' }],
    [null, 'x', { was: 'absent', is: 'x' }],
    ['x', null, { was: 'x', is: 'absent' }],
    ['', 'x', { was: 'empty', is: 'x' }],
    ['{\n  "zone" : "a",\n  "n" : 1\n}', '{\n  "zone" : "b",\n  "n" : 1\n}', { was: 'a', is: 'b' }],
    ['{\n  "zone" : "a",\n  "n" : 1\n}', '{\n  "zone" : "b",\n  "n" : 2\n}', { lines: 2 }],
    ['a\nb\nc', 'a', { lines: 2 }],
  ])('%j to %j', (was, is, short) => {
    expect(shortChange({ path: 'p', was, is })).toEqual(short);
  });
});

test.each([
  [{ status: 200, body: 'us-east-1b', size: 10 }, '200 · text/plain · 10 B · no newline at the end'],
  [{ status: 404, body: '<html>\n', size: 1339 }, '404 · text/plain · 1,339 B · newline at the end'],
  [{ status: 401, body: '', size: 0 }, '401 · text/plain · 0 B'],
  [{ status: null, body: '', size: 0 }, 'no answer'],
] as const)('%j is said as %s', (answer, text) => {
  expect(answerText({ ...answer, headers: [['Content-Type', 'text/plain; charset=x']] })).toBe(text);
});

test('a computed path says why', () => {
  expect(computedReason('meta-data/iam/security-credentials/role')).toContain('chosen for the role');
  const own = 'meta-data/identity-credentials/ec2/security-credentials/ec2-instance';
  expect(computedReason(own)).toContain('before they expire');
  expect(computedReason('meta-data/spot/instance-action')).toContain('interruption');
  expect(computedReason('meta-data/hostname')).toContain('other facts');
});
