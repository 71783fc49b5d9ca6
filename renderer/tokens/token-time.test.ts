// A token as time goes on.
import { expect, test } from 'vitest';
import type { TokenView } from '../../app/contract/traffic.ts';
import { tokenAt } from './token-time.ts';

const ISSUED = Date.parse('2026-01-02T03:04:05.000Z');
const TOKEN: TokenView = {
  id: '0123456789abcdef',
  instance: 'spot',
  client: '10.0.0.7',
  issuedAt: '2026-01-02T03:04:05.000Z',
  ttlSeconds: 60,
  expiresAt: '2026-01-02T03:05:05.000Z',
  remainingSeconds: 60,
  uses: 0,
  lastPath: null,
  state: 'valid',
};

test.each([
  ['valid', 0, { state: 'valid', remainingSeconds: 60, share: 1 }],
  ['valid', 45_000, { state: 'valid', remainingSeconds: 15, share: 0.25 }],
  ['valid', 59_400, { state: 'valid', remainingSeconds: 0, share: 0.01 }],
  ['valid', 60_000, { state: 'expired', remainingSeconds: 0, share: 0 }],
  ['revoked', 1000, { state: 'revoked', remainingSeconds: 0, share: 0 }],
  ['expired', 90_000, { state: 'expired', remainingSeconds: 0, share: 0 }],
] as const)('told as %s, %d ms on', (state, after, moment) => {
  expect(tokenAt({ ...TOKEN, state }, ISSUED + after)).toEqual(moment);
});

test('one whose life was cut short has less of its TTL left', () => {
  const expiresAt = '2026-01-02T03:04:17.000Z';
  expect(tokenAt({ ...TOKEN, expiresAt }, ISSUED)).toEqual({ state: 'valid', remainingSeconds: 12, share: 0.2 });
});
