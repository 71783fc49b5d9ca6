// Until when something holds.
import { expect, test } from 'vitest';
import { expirationText } from './expiration-text.ts';
import { setTimes } from './time-text.ts';

const AT = '2026-11-22T14:05:00.000Z';

test.each([
  [-1, 'until 22 Nov 14:05'],
  [0, 'expired 22 Nov 14:05'],
])('%i ms after it: %s', (after, text) => {
  setTimes('utc');
  expect(expirationText(AT, Date.parse(AT) + after)).toBe(text);
});
