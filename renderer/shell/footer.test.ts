// The footer says how much the log keeps, and beside it how many requests there were.
import { expect, test } from 'vitest';
import { heldText } from './footer.tsx';

test.each([
  [0, 0, 'no requests yet'],
  [1, 1, '1 request'],
  [12, 12, '12 requests'],
  [24_656, 10_000, '10,000 requests kept, the newest · 24,656 since the start'],
  [24_656, 0, '0 requests · 24,656 since the start'],
  [24_656, 3, '3 requests · 24,656 since the start'],
])('%d in all, %d kept: %s', (requests, kept, said) => {
  expect(heldText({ requests, kept, limit: 10_000 })).toBe(said);
});
