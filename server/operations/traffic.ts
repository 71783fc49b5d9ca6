// Operations on tokens.
import type { Parsed } from '../../app/contract/contract.ts';
import type { TokenView } from '../../app/contract/traffic.ts';
import { done, failed } from '../../app/result.ts';
import { isoTime } from '../../app/time.ts';
import { endOf, isRevoked } from '../../app/answer/tokens.ts';
import type { IssuedToken, Traffic } from '../../app/traffic/traffic.ts';
import { expireAll, expireToken } from '../history/token-deeds.ts';
import { type Caller, type Context, pick } from './context.ts';

/** What of a run these work on. */
type Used = Pick<Context, 'history' | 'now' | 'traffic' | 'world'>;

export const trafficHandlers = {
  'tokens.list': ({ context }: Caller<Used>) => {
    const { traffic } = context.traffic;
    const items = [...traffic.tokens.values()].reverse();
    return done({ items: items.map((token) => tokenView(traffic, token, context.now())) });
  },
  'tokens.revoke': ({ context }: Caller<Used>, { id, inSeconds = 0 }: Parsed<'tokens.revoke'>) => {
    const { traffic } = context.traffic;
    const token = traffic.tokens.get(id);
    if (!token) return failed('NOT_FOUND', `No token ${id} is known; /v1/tokens lists the latest ones.`);
    expireToken(context, token, inSeconds);
    return done(tokenView(traffic, token, context.now()));
  },
  'tokens.revoke-all': ({ context }: Caller<Used>, input: Parsed<'tokens.revoke-all'>) => {
    const { traffic } = context.traffic;
    const now = context.now();
    if (input.instance !== undefined) {
      const picked = pick(context, input.instance);
      if (!picked.ok) return picked;
    }
    const alive = [...traffic.tokens.values()].filter(
      (token) =>
        token.instance === (input.instance ?? token.instance) && tokenView(traffic, token, now).state === 'valid',
    );
    expireAll(context, input.instance);
    return done({ revoked: alive.length });
  },
};

function tokenView(traffic: Traffic, token: IssuedToken, now: number): TokenView {
  const { issuedAt, ...rest } = token;
  const expiresAt = endOf(traffic, token);
  const left = expiresAt - now;
  const alive = isRevoked(traffic, token.instance, token) ? 'revoked' : 'valid';
  const state = left <= 0 ? 'expired' : alive;
  return {
    ...rest,
    issuedAt: isoTime(issuedAt),
    expiresAt: isoTime(expiresAt),
    remainingSeconds: state === 'valid' ? Math.floor(left / 1000) : 0,
    state,
  };
}
