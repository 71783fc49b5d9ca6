// Credentials: well formed, fresh at any moment, stable between rotations (imds.md 1.3 and 7).
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  credentialsAt,
  credentialsDocument,
  failureDocument,
  LIFETIME_MS,
  maskedDocument,
  roleCredentialsAt,
  ROTATION_MS,
  rotationAt,
} from './credentials.ts';
import { CREATED_AT } from './instance.example.ts';

const OWNER = { name: 'default', createdAt: CREATED_AT };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const TWENTY_YEARS = 20 * 365 * 24 * HOUR;

const anyMoment = fc.integer({ min: 0, max: TWENTY_YEARS }).map((after) => CREATED_AT + after);

test('they rotate every 5 h 55 min and last 6 h 20 min', () => {
  expect([ROTATION_MS, LIFETIME_MS]).toEqual([5 * HOUR + 55 * MINUTE, 6 * HOUR + 20 * MINUTE]);
});

test('at any moment they are at most six hours old and hold for five minutes more at least', () => {
  fc.assert(
    fc.property(anyMoment, (now) => {
      const { lastUpdated, expiration, until } = credentialsAt(OWNER, 'role', now);
      expect(now - lastUpdated).toBeGreaterThanOrEqual(0);
      expect(now - lastUpdated).toBeLessThanOrEqual(6 * HOUR);
      expect(expiration - now).toBeGreaterThanOrEqual(5 * MINUTE);
      expect(until).toBeGreaterThan(now);
    }),
  );
});

test('at any moment they are what they were when the rotation began, and are others once it ends', () => {
  fc.assert(
    fc.property(anyMoment, (now) => {
      const given = credentialsAt(OWNER, 'role', now);
      expect(credentialsAt(OWNER, 'role', given.lastUpdated)).toEqual(given);
      expect(credentialsAt(OWNER, 'role', given.until - 1)).toEqual(given);
      expect(credentialsAt(OWNER, 'role', given.until).accessKeyId).not.toBe(given.accessKeyId);
    }),
  );
});

test('at any moment they are well formed', () => {
  fc.assert(
    fc.property(anyMoment, (now) => {
      const { accessKeyId, secretAccessKey, token } = credentialsAt(OWNER, 'role', now);
      expect(accessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/);
      expect(secretAccessKey).toMatch(/^[A-Za-z0-9+/]{40}$/);
      expect(token).toMatch(/^[A-Za-z0-9+/]{400}$/);
    }),
  );
});

test('before the instance was made they are the first ones', () => {
  expect(credentialsAt(OWNER, 'role', 0)).toEqual(credentialsAt(OWNER, 'role', CREATED_AT));
});

test.each([
  ['of the role and of the instance itself', OWNER, 'ec2-instance' as const],
  ['of another instance', { ...OWNER, name: 'other' }, 'role' as const],
  ['of an instance made at another time', { ...OWNER, createdAt: CREATED_AT + 1000 }, 'role' as const],
])('those %s differ', (_of, owner, holder) => {
  const { accessKeyId, secretAccessKey, token } = credentialsAt(owner, holder, CREATED_AT + 1000);
  const others = credentialsAt(OWNER, 'role', CREATED_AT + 1000);
  expect(accessKeyId).not.toBe(others.accessKeyId);
  expect(secretAccessKey).not.toBe(others.secretAccessKey);
  expect(token).not.toBe(others.token);
});

test('the document has the fields, the order and the layout of the captures, times in whole seconds', () => {
  const given = {
    ...credentialsAt(OWNER, 'role', CREATED_AT),
    accessKeyId: 'ASIAK',
    secretAccessKey: 'secret',
    token: 'token',
  };
  expect(credentialsDocument(given)).toBe(
    `{
  "Code" : "Success",
  "LastUpdated" : "2024-08-01T11:59:00Z",
  "Type" : "AWS-HMAC",
  "AccessKeyId" : "ASIAK",
  "SecretAccessKey" : "secret",
  "Token" : "token",
  "Expiration" : "2024-08-01T18:19:00Z"
}`,
  );
});

test('times are whole seconds also when the instance was made between two', () => {
  const { lastUpdated, until } = credentialsAt({ ...OWNER, createdAt: CREATED_AT + 345 }, 'role', CREATED_AT + 345);
  expect([lastUpdated, until]).toEqual([CREATED_AT, CREATED_AT + ROTATION_MS]);
});

test('the masked document shows four characters of each secret and nothing else of it', () => {
  const given = credentialsAt(OWNER, 'role', CREATED_AT);
  const shown = maskedDocument(given);
  expect(shown).toContain(given.accessKeyId);
  expect(shown).toContain(`"SecretAccessKey" : "${given.secretAccessKey.slice(0, 4)}…"`);
  expect(shown).toContain(`"Token" : "${given.token.slice(0, 4)}…"`);
});

const GIVEN = { kind: 'given' as const, accessKeyId: 'ASIAX', secretAccessKey: 'secret', token: 'token' };

describe('as they are to be', () => {
  test('fresh ones are those of the moment', () => {
    expect(roleCredentialsAt(OWNER, { kind: 'fresh' }, CREATED_AT)).toEqual(credentialsAt(OWNER, 'role', CREATED_AT));
  });

  test('expired ones always ended between five and twelve hours ago, and are stable until the next rotation', () => {
    fc.assert(
      fc.property(anyMoment, (now) => {
        const expired = roleCredentialsAt(OWNER, { kind: 'expired' }, now);
        expect(now - expired.expiration).toBeGreaterThan(5 * HOUR);
        expect(now - expired.expiration).toBeLessThan(12 * HOUR);
        expect(expired.expiration - expired.lastUpdated).toBe(LIFETIME_MS);
        expect(expired.until).toBe(rotationAt(OWNER, now).until);
        expect(roleCredentialsAt(OWNER, { kind: 'expired' }, expired.until - 1)).toEqual(expired);
        expect(expired.accessKeyId).not.toBe(credentialsAt(OWNER, 'role', now).accessKeyId);
      }),
    );
  });

  test('given ones are as given, always with a LastUpdated in the past and before the Expiration', () => {
    fc.assert(
      fc.property(anyMoment, fc.integer({ min: 0, max: 2 * TWENTY_YEARS }), (now, after) => {
        const expiration = new Date(CREATED_AT - TWENTY_YEARS + after).toISOString();
        const given = roleCredentialsAt(OWNER, { ...GIVEN, expiration }, now);
        expect(given).toMatchObject({ accessKeyId: 'ASIAX', secretAccessKey: 'secret', token: 'token' });
        expect(given.expiration).toBe(Date.parse(expiration));
        expect(given.lastUpdated).toBeLessThanOrEqual(now);
        expect(given.lastUpdated).toBeLessThan(given.expiration);
      }),
    );
  });

  test('given ones without a time are always fresh', () => {
    fc.assert(
      fc.property(anyMoment, (now) => {
        const { lastUpdated, expiration, until } = credentialsAt(OWNER, 'role', now);
        const given = roleCredentialsAt(OWNER, { ...GIVEN, expiration: null }, now);
        expect(given).toMatchObject({ lastUpdated, expiration, until, secretAccessKey: 'secret' });
      }),
    );
  });
});

test('a failure has its fields in the order of the capture', () => {
  expect(failureDocument({ code: 'AssumeRoleUnauthorizedAccess', message: 'No.' }, CREATED_AT)).toBe(
    '{\n  "Code" : "AssumeRoleUnauthorizedAccess",\n  "Message" : "No.",\n  "LastUpdated" : "2024-08-01T11:59:00Z"\n}',
  );
});

test('of a short secret nothing is shown', () => {
  const given = { ...credentialsAt(OWNER, 'role', CREATED_AT), secretAccessKey: 'test', token: 'seven77' };
  expect(maskedDocument(given)).toContain('"SecretAccessKey" : "…",\n  "Token" : "…"');
});
