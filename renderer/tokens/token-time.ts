// A token at a moment: what is left of it, and its state, between two answers of the server.
import type { TokenView } from '../../app/contract/traffic.ts';

export type TokenMoment = {
  state: TokenView['state'];
  /** Whole, rounded down, as the TTL header has it. */
  remainingSeconds: number;
  /** What is left of its TTL, from 0 to 1. */
  share: number;
};

/** `now` is the server's time in milliseconds. */
export function tokenAt(token: TokenView, now: number): TokenMoment {
  const left = token.state === 'valid' ? Math.max(0, Date.parse(token.expiresAt) - now) : 0;
  const state = token.state === 'valid' && left === 0 ? 'expired' : token.state;
  return { state, remainingSeconds: Math.floor(left / 1000), share: Math.min(1, left / 1000 / token.ttlSeconds) };
}
