// The sets of credentials as the control API shows them: those that an instance gives out, and those that a client holds.
import type { CredentialsView, HeldSetView, SetView } from '../contract/credentials.ts';
import { type CredentialSet, setsAt } from '../metadata/credentials.ts';
import { rotationAt } from '../metadata/rotation.ts';
import { isoTime } from '../time.ts';
import type { HeldSet } from '../traffic/held-credentials.ts';
import type { Instance } from '../world/world.ts';

/** What clients get at `now`, milliseconds since 1970. */
export function credentialsView(instance: Instance, now: number): CredentialsView {
  const { number, until } = rotationAt(instance, now);
  return {
    number,
    everySeconds: instance.facts.credentialRotationSeconds,
    nextAt: isoTime(until),
    sets: setsAt(instance, now).map(setView),
  };
}

/** The access key ids of what clients get at `now`, milliseconds since 1970. */
export function givenKeys(instance: Instance, now: number): ReadonlySet<string> {
  return new Set(setsAt(instance, now).map(({ accessKeyId }) => accessKeyId));
}

/** What a client holds, beside the access key ids that are given out now: none by an instance that is no more. */
export function heldView(held: readonly HeldSet[], given: ReadonlySet<string>): HeldSetView[] {
  return held.map(({ readAt, times, ...set }) => ({
    ...setView(set),
    readAt: isoTime(readAt),
    times,
    newest: given.has(set.accessKeyId),
  }));
}

function setView({ lastUpdated, expiration, ...set }: CredentialSet): SetView {
  return { ...set, lastUpdated: isoTime(lastUpdated), expiration: isoTime(expiration) };
}
