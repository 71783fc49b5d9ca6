// The commands on IMDSv2 tokens: the latest ones, and ending them.
import type { TokenView } from '../../../app/contract/traffic.ts';
import { carryOut, type ExitCode } from '../command.ts';
import type { ClientFlags } from '../client-flags.ts';
import { counted, duration, plain, table, type Terminal } from '../output.ts';

export function listTokens(flags: ClientFlags, terminal: Terminal): Promise<ExitCode> {
  return carryOut('tokens.list', {}, { flags, terminal }, ({ items }) =>
    items.length === 0 ? 'No tokens have been issued yet.\n' : table(items.map(row)),
  );
}

export type ExpireFlags = ClientFlags & { in?: number; all?: true };

/** Ends one token, now or in some seconds. */
export function expireToken(id: string, flags: ExpireFlags, terminal: Terminal): Promise<ExitCode> {
  const input = { id, ...(flags.in === undefined ? {} : { inSeconds: flags.in }) };
  return carryOut('tokens.revoke', input, { flags, terminal }, (token) => table([row(token)]));
}

/** Ends every token issued so far, of all instances or of the one that is named. */
export function expireTokens(flags: ExpireFlags, terminal: Terminal): Promise<ExitCode> {
  return carryOut(
    'tokens.revoke-all',
    {},
    { flags, terminal },
    ({ revoked }) => `Expired ${counted(revoked, 'token')}.\n`,
  );
}

/** `3f2a…  127.0.0.1  valid  5 h 59 min left  used 3 times  meta-data/`. */
function row({ id, client, state, remainingSeconds, uses, lastPath }: TokenView): string[] {
  const left = state === 'valid' ? `${duration(remainingSeconds)} left` : '';
  return [id, plain(client), state, left, uses === 1 ? 'used once' : `used ${uses} times`, plain(lastPath ?? '')];
}
