// A token at a moment: what is left of it, and its state, between two answers of the server.
import type { TokenView } from '../../../app/contract/traffic.ts';

export type TokenMoment = {
  state: TokenView['state'];
  remainingSeconds: number;
  /** What is left of its TTL, from 0 to 1. */
  share: number;
};

/** `now` is the server's time in milliseconds. */
export function tokenAt(token: TokenView, now: number): TokenMoment {
  const left = token.state === 'valid' ? Math.max(0, Math.ceil((Date.parse(token.expiresAt) - now) / 1000)) : 0;
  const state = token.state === 'valid' && left === 0 ? 'expired' : token.state;
  return { state, remainingSeconds: left, share: Math.min(1, left / token.ttlSeconds) };
}
