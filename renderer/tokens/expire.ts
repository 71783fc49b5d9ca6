// Ends tokens before their time.
import { tell } from '../components/toasts.tsx';
import { act } from '../control/control.ts';
import { pullTokens } from '../control/pull-traffic.ts';

/** Ends one token, now or in some seconds. */
export async function expireToken(id: string, inSeconds?: number): Promise<void> {
  if ((await act('tokens.revoke', inSeconds === undefined ? { id } : { id, inSeconds })) !== null) await pullTokens();
}

/** Ends every token issued so far, also those that are no longer listed. */
export async function expireAllTokens(): Promise<void> {
  if ((await act('tokens.revoke-all', {})) === null) return;
  tell('Expired every token issued so far');
  await pullTokens();
}
