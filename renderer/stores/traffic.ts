// A mirror of the traffic: clients, and tokens while somebody looks at them.
import { create } from 'zustand';
import type { ClientView, TokenView } from '../../app/contract/traffic.ts';
import { act, call } from '../control/control.ts';
import { tell } from './toasts.tsx';

type TrafficMirror = {
  /** Latest first; null until the first answer. */
  clients: ClientView[] | null;
  /** Newest first; null until the first answer. */
  tokens: TokenView[] | null;
};

export const useTraffic = create<TrafficMirror>()(() => ({ clients: null, tokens: null }));

export async function pullClients(): Promise<void> {
  const result = await call('clients.list', {});
  if (result.ok) useTraffic.setState({ clients: result.data.items });
}

export async function pullTokens(): Promise<void> {
  const result = await call('tokens.list', {});
  if (result.ok) useTraffic.setState({ tokens: result.data.items });
}

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

/** The name that somebody gave a client; null without one. */
export function labelOf(clients: ClientView[] | null, address: string): string | null {
  return clients?.find((client) => client.address === address)?.label ?? null;
}
