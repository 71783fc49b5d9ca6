// A mirror of the traffic: clients, and tokens while somebody looks at them.
import { create } from 'zustand';
import type { ClientView, TokenView } from '../../app/contract/traffic.ts';

type TrafficMirror = {
  /** In the order of their first request; null until the first answer. */
  clients: ClientView[] | null;
  /** Newest first; null until the first answer. */
  tokens: TokenView[] | null;
};

export const useTraffic = create<TrafficMirror>()(() => ({ clients: null, tokens: null }));

/** The name that somebody gave a client; null without one. */
export function labelOf(clients: ClientView[] | null, address: string): string | null {
  return clients?.find((client) => client.address === address)?.label ?? null;
}
