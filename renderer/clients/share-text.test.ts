// A client's share of IMDSv1 in words.
import { expect, test } from 'vitest';
import { shareText } from './share-text.ts';

test.each([
  [0, 'v2'],
  [1, 'v1 only'],
  [0.5, 'v1 50 %'],
  [0.001, 'v1 1 %'],
  [0.999, 'v1 99 %'],
])('a share of %d is %s', (share, text) => {
  expect(shareText(share)).toBe(text);
});
