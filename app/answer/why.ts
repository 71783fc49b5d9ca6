// Why an answer is what it is: data made with the answer. Its text and steps are made when somebody reads them (explain.ts).
import type { CredentialSet } from '../metadata/credentials.ts';
import type { Group } from '../events/kinds.ts';

/** The rule that made an answer. */
export type Rule =
  | 'fact'
  | 'computed'
  | 'override'
  | 'event'
  | 'listing'
  | 'versions'
  | 'not-found'
  | 'not-on-instance'
  | 'made-absent'
  | 'unknown-version'
  | 'newer-than-version'
  | 'no-place'
  | 'no-event'
  | 'not-due'
  | 'token-issued'
  | 'token-missing'
  | 'token-invalid'
  | 'token-expired'
  | 'token-revoked'
  | 'token-ttl'
  | 'token-path'
  | 'token-method'
  | 'token-version'
  | 'forwarded'
  | 'endpoint-disabled'
  | 'ipv6-disabled'
  | 'hop-limit'
  | 'tags-disabled'
  | 'foreign-host'
  | 'web-page'
  | 'method'
  | 'malformed-path'
  | 'malformed-request'
  | 'headers-too-large'
  | 'body-too-large'
  | 'timed-out'
  | 'connect'
  | 'expectation'
  | 'left'
  | 'too-many-waiting'
  | 'internal';

/** What the token of a request came to. */
export type TokenFinding =
  | { state: 'none' }
  | { state: 'valid' | 'expired' | 'revoked'; id: string; secondsLeft: number }
  | { state: 'invalid' }
  | { state: 'issued'; id: string; secondsLeft: number };

export type Why = {
  rule: Rule;
  /** The instance that was asked; absent where the request did not get that far. */
  instance?: string;
  token?: TokenFinding;
  /** What was looked up, without the version. */
  path?: string;
  /** The fact that stands behind the value, in words. */
  fact?: string;
  /** The events that the body carries, that this client may not see, or that are not due yet. */
  events?: readonly string[];
  /** The place in the audience that let this client see it, or kept it from seeing. */
  audience?: {
    group: Group;
    rule: 'first' | 'everyone' | 'nobody' | 'only';
    place?: number;
    count?: number;
    taken?: number;
  };
  /** Milliseconds after the notice became visible, at a client's first reading. */
  firstSightingMs?: number;
  /** Milliseconds after which the connection was over, before its answer could leave. */
  leftAfterMs?: number;
  /** What was wrong with the input: a header's value, a host name, a version. */
  given?: string;
  /** The set of credentials that the answer holds. */
  credentials?: CredentialSet;
  /** The path that an override stands at: this one, or a directory above it. */
  override?: string;
};
