// What people do to tokens, each as a step that can be undone: an expired token is valid again.
import { endOf, isRevoked } from '../../app/answer/tokens.ts';
import type { IssuedToken } from '../../app/traffic/traffic.ts';
import { revokeAllTokens, revokeToken, shortenToken } from '../../app/traffic/record.ts';
import type { Context } from '../operations/context.ts';
import { type Changing, note } from './change-world.ts';
import type { TakeBack } from './history.ts';
import { entryOf, fieldOf, memberOf, telling } from './take-back.ts';

type Run = Changing & Pick<Context, 'now'>;

/** Ends a token now or in some seconds; until then it goes on, with a shorter life. One that ends before anyway is left alone. */
export function expireToken(run: Run, token: IssuedToken, inSeconds: number): void {
  const { traffic } = run.traffic;
  const { id, instance } = token;
  const endsAt = run.now() + Math.round(inSeconds * 1000);
  if (isRevoked(traffic, instance, token) || endsAt >= endOf(traffic, token)) return;
  const before = inSeconds === 0 ? memberOf(traffic.revoked, id) : entryOf(traffic.shortened, id);
  if (inSeconds === 0) revokeToken(traffic, id);
  else shortenToken(traffic, id, endsAt);
  noteTold(run, inSeconds === 0 ? 'expired a token' : "cut a token's life short", before, instance);
}

/** Ends every token issued so far, of one instance or of all. */
export function expireAll(run: Run, instance: string | undefined): void {
  const { revokedBefore, tokens } = run.traffic.traffic;
  if (tokens.size === 0) return;
  const before = instance === undefined ? fieldOf(revokedBefore, 'all') : entryOf(revokedBefore.of, instance);
  revokeAllTokens(run.traffic.traffic, instance, run.now());
  noteTold(run, 'expired all tokens', before, instance);
}

function noteTold(run: Run, title: string, takeBack: TakeBack, instance?: string): void {
  const { touch } = run.traffic;
  touch();
  note(run, title, telling(takeBack, touch), instance);
}
