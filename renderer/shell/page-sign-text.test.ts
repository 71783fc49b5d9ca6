// The title and the icon of a tab count down.
import { expect, test } from 'vitest';
import { iconFor, titleFor } from './page-sign-text.ts';

test.each([
  [null, 'Metadeck'],
  [{ words: 'Terminates in', count: '01:42' }, '01:42 Terminates · Metadeck'],
  [{ words: 'Termination time passed', count: null }, 'Termination time passed · Metadeck'],
])('%j is titled %s', (banner, title) => {
  expect(titleFor(banner)).toBe(title);
});

test.each([
  ['01:42', '>1m<'],
  ['01:39', '>99<'],
  ['00:07', '>7<'],
])('with %s left the icon has %s', (count, part) => {
  expect(decodeURIComponent(iconFor({ words: 'Terminates in', count }) ?? '')).toContain(part);
});

test.each([null, { words: 'system-reboot in', count: '7 days' }, { words: 'Rebalance recommended', count: null }])(
  '%j leaves the icon as it is',
  (banner) => {
    expect(iconFor(banner)).toBeNull();
  },
);
