// Which sets of credentials clients hold: the last that each got, of either IMDS, for the role and for the instance itself.
import { putBounded } from '../bounded.ts';
import type { CredentialSet } from '../metadata/credentials.ts';
import { keyIn } from './key-in.ts';

/** As many as clients are remembered. */
export const MAX_HOLDERS = 1000;

/** Times are milliseconds since 1970; `readAt` is when an answer with it left last, and `times` how many did. */
export type HeldSet = CredentialSet & { readAt: number; times: number };

/** By instance and address. */
export type HeldCredentials = Map<string, HeldSet[]>;

type Read = { instance: string; client: string; set: CredentialSet };

/** Notes that a client got a set at `now`. It holds one of each kind; the client that got its first one longest ago makes room. */
export function noteCredentials(credentials: HeldCredentials, { instance, client, set }: Read, now: number): void {
  const key = keyIn(instance, client);
  const held = credentials.get(key) ?? [];
  if (held.length === 0) putBounded(credentials, key, held, MAX_HOLDERS);
  const at = held.findIndex(({ of, imds }) => of === set.of && imds === set.imds);
  const before = held[at];
  const times = before?.accessKeyId === set.accessKeyId ? before.times + 1 : 1;
  held.splice(at < 0 ? held.length : at, 1, { ...set, readAt: now, times });
}

/** The sets that a client holds, in the order in which it first got one of their kind. */
export function heldBy(
  credentials: HeldCredentials,
  { instance, address }: { instance: string; address: string },
): readonly HeldSet[] {
  return credentials.get(keyIn(instance, address)) ?? [];
}
