// Credentials of the role and of the instance itself: invented, well formed, always fresh (imds.md 1.3 and 7).
import { isoSeconds } from '../time.ts';
import { masked } from '../log/mask.ts';
import type { Instance } from '../world/world.ts';
import { BASE32, BASE64, invented } from './facts/invented.ts';
import { jsonText } from './json-text.ts';
import type { RoleCredentials } from './facts/role-credentials.ts';

const MINUTE = 60_000;
/** New ones come before the old ones are six hours old. */
export const ROTATION_MS = 355 * MINUTE;
/** So that at the end of a rotation 25 minutes are left; EC2 promises five (imds.md 1.3). */
export const LIFETIME_MS = 380 * MINUTE;

/** Whose credentials: the role of the instance profile, or the instance identity role. */
export type Holder = 'role' | 'ec2-instance';

export type Credentials = {
  accessKeyId: string;
  secretAccessKey: string;
  token: string;
  /** When this rotation began. */
  lastUpdated: number;
  expiration: number;
  /** When the next rotation begins. */
  until: number;
};

/** Which rotation it is, and its bounds. */
type Rotation = { index: number; start: number; until: number };

type Owner = Pick<Instance, 'name' | 'createdAt'>;

/** Which rotation it is, and its bounds; before the instance was made, the first. All in milliseconds, whole seconds. */
export function rotationAt({ createdAt }: Owner, now: number): Rotation {
  const begin = Math.floor(createdAt / 1000) * 1000;
  const index = Math.max(0, Math.floor((now - begin) / ROTATION_MS));
  const start = begin + index * ROTATION_MS;
  return { index, start, until: start + ROTATION_MS };
}

/** The credentials at a moment: the same throughout one rotation, whatever is edited meanwhile. */
export function credentialsAt(owner: Owner, holder: Holder, now: number): Credentials {
  return credentialsOf(owner, holder, rotationAt(owner, now));
}

function credentialsOf(owner: Owner, holder: Holder, { index, start, until }: Rotation): Credentials {
  const seed = `${owner.name} ${owner.createdAt} ${holder} ${index}`;
  return {
    accessKeyId: `ASIA${invented(`${seed} key`, BASE32, 16)}`,
    secretAccessKey: invented(`${seed} secret`, BASE64, 40),
    // The beginning that real session tokens share: "origin_ec" in base64.
    token: `IQoJb3JpZ2luX2Vj${invented(`${seed} token`, BASE64, 384)}`,
    lastUpdated: start,
    expiration: start + LIFETIME_MS,
    until,
  };
}

/** Two rotations ago: those of the last one hold for some minutes yet. */
const EXPIRED_ROTATIONS = 2;

/**
 * The credentials of the role as they are to be: those at the moment, or the ones of two rotations ago, or somebody's own with
 * times that fit. For a failure, those that there would be.
 */
export function roleCredentialsAt(owner: Owner, wanted: RoleCredentials, now: number): Credentials {
  const rotation = rotationAt(owner, now);
  const fresh = () => credentialsOf(owner, 'role', rotation);
  if (wanted.kind === 'given') return givenCredentials(wanted, fresh());
  if (wanted.kind !== 'expired') return fresh();
  const index = rotation.index - EXPIRED_ROTATIONS;
  const start = rotation.start - EXPIRED_ROTATIONS * ROTATION_MS;
  return credentialsOf(owner, 'role', { ...rotation, index, start });
}

type Given = Extract<RoleCredentials, { kind: 'given' }>;

function givenCredentials({ accessKeyId, secretAccessKey, token, expiration }: Given, fresh: Credentials): Credentials {
  const own = { ...fresh, accessKeyId, secretAccessKey, token };
  if (expiration === null) return own;
  const at = Date.parse(expiration);
  return { ...own, lastUpdated: Math.min(fresh.lastUpdated, at - LIFETIME_MS), expiration: at };
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
