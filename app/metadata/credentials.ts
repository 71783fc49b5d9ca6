// Credentials of the role and of the instance itself: invented, well formed, always fresh; a set for each IMDS (imds.md 1.3, 7 and 8).
import { isoSeconds } from '../time.ts';
import { masked } from '../log/mask.ts';
import type { Instance } from '../world/world.ts';
import { BASE32, BASE64, invented } from './facts/invented.ts';
import { jsonText } from './json-text.ts';
import { rotationAt } from './rotation.ts';

const MINUTE = 60_000;
/** EC2 says about six hours. */
export const LIFETIME_MS = 380 * MINUTE;
/** Made so long ago, the set of that moment has been over for hours. */
const EXPIRED_AGE_MS = 710 * MINUTE;

/** Whose credentials: the role of the instance profile, or the instance identity role. */
export type Holder = 'role' | 'ec2-instance';

/** What is known of a set beside its secrets. */
export type CredentialSet = {
  of: Holder;
  /** For requests without a token or for those with one; null for those given by hand, which are one set for both. */
  imds: 'v1' | 'v2' | null;
  /** Which one it is, counted from 1; null for those given by hand. */
  number: number | null;
  accessKeyId: string;
  /** In milliseconds since 1970, as the next. */
  lastUpdated: number;
  expiration: number;
};

export type Credentials = CredentialSet & {
  secretAccessKey: string;
  token: string;
  /** When the next set comes. */
  until: number;
};

/** What a request with a token gets, and what one without; null where none is answered, or where both get the same. */
export type Sets = { withToken: Credentials; withoutToken: Credentials | null };

type Owner = Pick<Instance, 'name' | 'createdAt' | 'rotation' | 'facts' | 'options'>;

/** When the set of a moment was made, ends, and makes way for the next; milliseconds since 1970. */
type Times = Pick<Credentials, 'lastUpdated' | 'expiration' | 'until'>;

/** The sets that are given out at a moment: the same until the next rotation, whatever is edited meanwhile. */
export function credentialSets(owner: Owner, holder: Holder, now: number): Sets {
  const { number, start, until } = rotationAt(owner, now);
  return bothSets(owner, { of: holder, number, ...lasting(start), until });
}

function lasting(lastUpdated: number): Pick<Times, 'lastUpdated' | 'expiration'> {
  return { lastUpdated, expiration: lastUpdated + LIFETIME_MS };
}

/**
 * The credentials of the role as they are to be: those at the moment, or sets that are over, or somebody's own with times that
 * fit. For a failure, those that there would be.
 */
export function roleSets(owner: Owner, now: number): Sets {
  const { roleCredentials: wanted } = owner.facts;
  const times = roleTimes(owner, now);
  if (wanted.kind !== 'given') return bothSets(owner, { of: 'role', number: rotationAt(owner, now).number, ...times });
  const { accessKeyId, secretAccessKey, token } = wanted;
  const given = { of: 'role' as const, imds: null, number: null, accessKeyId, secretAccessKey, token, ...times };
  return { withToken: given, withoutToken: null };
}

/** Of the role's credentials at a moment, as they are to be. */
export function roleTimes(owner: Owner, now: number): Times {
  const { roleCredentials: wanted } = owner.facts;
  const { start, until } = rotationAt(owner, now);
  if (wanted.kind === 'expired') return { ...lasting(start - EXPIRED_AGE_MS), until };
  if (wanted.kind !== 'given' || wanted.expiration === null) return { ...lasting(start), until };
  const expiration = Date.parse(wanted.expiration);
  return { lastUpdated: Math.min(start, expiration - LIFETIME_MS), expiration, until };
}

type Common = Times & { of: Holder; number: number };

function bothSets(owner: Owner, common: Common): Sets {
  const isTokenNeeded = owner.options.httpTokens === 'required';
  return { withToken: made(owner, 'v2', common), withoutToken: isTokenNeeded ? null : made(owner, 'v1', common) };
}

function made(owner: Owner, imds: 'v1' | 'v2', common: Common): Credentials {
  const seed = `${owner.name} ${owner.createdAt} ${common.of} ${imds} ${common.number} ${common.lastUpdated}`;
  return {
    ...common,
    imds,
    accessKeyId: `ASIA${invented(`${seed} key`, BASE32, 16)}`,
    secretAccessKey: invented(`${seed} secret`, BASE64, 40),
    // The beginning that real session tokens share: "origin_ec" in base64.
    token: `IQoJb3JpZ2luX2Vj${invented(`${seed} token`, BASE64, 384)}`,
  };
}

/** Every set that somebody can get from the instance at a moment, the role's first. */
export function setsAt(owner: Owner, now: number): CredentialSet[] {
  const { instanceProfile, roleCredentials } = owner.facts;
  const hasRole = instanceProfile !== null && roleCredentials.kind !== 'failure';
  const all = [...(hasRole ? [roleSets(owner, now)] : []), credentialSets(owner, 'ec2-instance', now)];
  return all.flatMap(({ withToken, withoutToken }) =>
    [withoutToken, withToken].flatMap((one) => (one === null ? [] : setOf(one))),
  );
}

/** Without what is secret. */
export function setOf({ of, imds, number, accessKeyId, lastUpdated, expiration }: Credentials): CredentialSet {
  return { of, imds, number, accessKeyId, lastUpdated, expiration };
}

/** The document in place of credentials, fields in the order of the captures. */
export function failureDocument(failure: { code: string; message: string }, lastUpdated: number): string {
  return jsonText([
    ['Code', failure.code],
    ['Message', failure.message],
    ['LastUpdated', isoSeconds(lastUpdated)],
  ]);
}

/** The document that is served. */
export function credentialsDocument(given: Credentials): string {
  return jsonText([
    ['Code', 'Success'],
    ['LastUpdated', isoSeconds(given.lastUpdated)],
    ['Type', 'AWS-HMAC'],
    ['AccessKeyId', given.accessKeyId],
    ['SecretAccessKey', given.secretAccessKey],
    ['Token', given.token],
    ['Expiration', isoSeconds(given.expiration)],
  ]);
}

/** The document with the secret parts masked: for the log, the panel and every message. */
export function maskedDocument(given: Credentials): string {
  return credentialsDocument({
    ...given,
    secretAccessKey: masked(given.secretAccessKey),
    token: masked(given.token),
  });
}
