// Equal headers are kept once, masked, and only a bounded number of them.
import { expect, test } from 'vitest';
import { createHeaderKeeper } from './kept-headers.ts';

const TOKEN = 'X-aws-ec2-metadata-token';

test('equal headers are the ones that were seen before', () => {
  const keep = createHeaderKeeper();
  const first = keep(['Host', 'a']);
  expect(keep(['Host', 'a'])).toBe(first);
});

test('headers that differ in where a value begins are different', () => {
  const keep = createHeaderKeeper();
  keep(['Host', 'ab']);
  expect(keep(['Hosta', 'b']).list).toEqual(['Hosta', 'b']);
});

test('they are masked, and those that differ in the masked part alone share a list', () => {
  const keep = createHeaderKeeper();
  const first = keep([TOKEN, 'AQAEAone']);
  expect(first.list).toEqual([TOKEN, 'AQAEAo…']);
  expect(keep([TOKEN, 'AQAEAother']).list).toBe(first.list);
  expect(keep([TOKEN, 'AQAEAtwo']).list).toEqual([TOKEN, 'AQAEAt…']);
});

test('they say what the client calls itself', () => {
  const keep = createHeaderKeeper();
  expect(keep(['Host', 'a', 'user-agent', 'curl/8']).agent).toBe('curl/8');
  expect(keep(['Host', 'a']).agent).toBe('');
});

test('past its limit it forgets, and still gives equal headers', () => {
  const keep = createHeaderKeeper(2);
  const first = keep(['A', '1']);
  keep(['B', '2']);
  keep(['C', '3']);
  expect(keep(['A', '1'])).not.toBe(first);
  expect(keep(['A', '1'])).toEqual(first);
});

test('very long headers are not remembered', () => {
  const keep = createHeaderKeeper();
  const first = keep(['A', 'x'.repeat(3000)]);
  expect(keep(['A', 'x'.repeat(3000)])).not.toBe(first);
});
