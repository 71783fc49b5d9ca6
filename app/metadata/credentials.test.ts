// Credentials: well formed, fresh at any moment, stable between rotations, a set for each IMDS (imds.md 1.3, 7 and 8).
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Instance } from '../world/world.ts';
import {
  type Credentials,
  credentialsDocument,
  credentialSets,
  failureDocument,
  LIFETIME_MS,
  maskedDocument,
  roleSets,
  setsAt,
} from './credentials.ts';
import type { RoleCredentials } from './facts/role-credentials.ts';
import { CREATED_AT, example } from './instance.example.ts';
import { rotated, rotationAt, withSetKept } from './rotation.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const TWENTY_YEARS = 20 * 365 * 24 * HOUR;

const anyMoment = fc.integer({ min: 0, max: TWENTY_YEARS }).map((after) => CREATED_AT + after);
/** Whatever the interval, and whether somebody asked for a set of his own in the first day. */
const anyInstance = fc
  .record({
    seconds: fc.integer({ min: 10, max: 21_600 }),
    askedAfter: fc.option(fc.integer({ min: 0, max: 24 * HOUR })),
    isRequired: fc.boolean(),
  })
  .map(({ seconds, askedAfter, isRequired }) => {
    const made = required(withInterval(example(), seconds), isRequired);
    return askedAfter === null ? made : rotated(made, CREATED_AT + askedAfter);
  });

function withInterval(instance: Instance, credentialRotationSeconds: number): Instance {
  return { ...instance, facts: { ...instance.facts, credentialRotationSeconds } };
}

function required(instance: Instance, isRequired = true): Instance {
  return { ...instance, options: { ...instance.options, httpTokens: isRequired ? 'required' : 'optional' } };
}

function having(instance: Instance, roleCredentials: RoleCredentials): Instance {
  return { ...instance, facts: { ...instance.facts, roleCredentials } };
}

/** Those of the role that a request with a token gets. */
function fresh(instance: Instance, now: number): Credentials {
  return credentialSets(instance, 'role', now).withToken;
}

describe('at any moment, whatever the interval', () => {
  test('they were made within it, and hold for twenty minutes more at least', () => {
    fc.assert(
      fc.property(anyInstance, anyMoment, (instance, after) => {
        const now = Math.max(after, instance.rotation?.startedAt ?? 0);
        const { lastUpdated, expiration, until } = fresh(instance, now);
        expect(now - lastUpdated).toBeGreaterThanOrEqual(0);
        expect(now - lastUpdated).toBeLessThan(instance.facts.credentialRotationSeconds * 1000);
        expect(expiration - now).toBeGreaterThanOrEqual(20 * MINUTE);
        expect(until).toBeGreaterThan(now);
        expect([lastUpdated % 1000, until % 1000]).toEqual([0, 0]);
      }),
    );
  });

  test('they are what they were when the set began, and the next is another, one further', () => {
    fc.assert(
      fc.property(anyInstance, anyMoment, (instance, now) => {
        const given = fresh(instance, now);
        expect(fresh(instance, given.lastUpdated)).toEqual(given);
        expect(fresh(instance, given.until - 1)).toEqual(given);
        const next = fresh(instance, given.until);
        expect([next.number, next.lastUpdated]).toEqual([(given.number ?? 0) + 1, given.until]);
        expect(next.accessKeyId).not.toBe(given.accessKeyId);
        expect(given.expiration).toBeGreaterThan(given.until);
      }),
    );
  });

  test('they are well formed', () => {
    fc.assert(
      fc.property(anyInstance, anyMoment, (instance, now) => {
        for (const one of Object.values(credentialSets(instance, 'role', now))) {
          if (one === null) continue;
          expect(one.accessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/);
          expect(one.secretAccessKey).toMatch(/^[A-Za-z0-9+/]{40}$/);
          expect(one.token).toMatch(/^[A-Za-z0-9+/]{400}$/);
        }
      }),
    );
  });

  test('a request without a token gets another set with the same times, and none where a token is required', () => {
    fc.assert(
      fc.property(anyInstance, anyMoment, fc.constantFrom('role', 'ec2-instance'), (instance, now, holder) => {
        const { withToken, withoutToken } = credentialSets(instance, holder, now);
        expect([withToken.of, withToken.imds]).toEqual([holder, 'v2']);
        expect(withoutToken === null).toBe(instance.options.httpTokens === 'required');
        if (withoutToken === null) return;
        const { accessKeyId, secretAccessKey, token, ...same } = withoutToken;
        expect({ ...withToken, imds: 'v1' }).toMatchObject(same);
        expect(accessKeyId).not.toBe(withToken.accessKeyId);
        expect(secretAccessKey).not.toBe(withToken.secretAccessKey);
        expect(token).not.toBe(withToken.token);
      }),
    );
  });
});

test('out of the box there are new ones every hour, which hold for 6 h 20 min', () => {
  const { lastUpdated, until, expiration, number } = fresh(example(), CREATED_AT + 90 * MINUTE);
  expect([lastUpdated, until, number]).toEqual([CREATED_AT + HOUR, CREATED_AT + 2 * HOUR, 2]);
  expect(expiration - lastUpdated).toBe(LIFETIME_MS);
  expect(LIFETIME_MS).toBe(380 * MINUTE);
});

test('before the instance was made they are the first ones', () => {
  expect(fresh(example(), 0)).toEqual(fresh(example(), CREATED_AT));
});

test.each([
  ['of the role and of the instance itself', example(), 'ec2-instance' as const],
  ['of another instance', { ...example(), name: 'other' }, 'role' as const],
  ['of an instance made at another time', { ...example(), createdAt: CREATED_AT + 1000 }, 'role' as const],
])('those %s differ', (_of, owner, holder) => {
  const { accessKeyId, secretAccessKey, token } = credentialSets(owner, holder, CREATED_AT + 1000).withToken;
  const others = fresh(example(), CREATED_AT + 1000);
  expect(accessKeyId).not.toBe(others.accessKeyId);
  expect(secretAccessKey).not.toBe(others.secretAccessKey);
  expect(token).not.toBe(others.token);
});

describe('asked for', () => {
  const now = CREATED_AT + 10 * MINUTE + 345;

  test('the next set begins now, and the one after it an interval later', () => {
    const given = rotationAt(rotated(example(), now), now);
    expect(given).toEqual({ number: 2, start: now - 345, until: now - 345 + HOUR });
  });

  test('twice in a second they are two sets', () => {
    const once = rotated(example(), now);
    const twice = rotated(once, now + 1);
    expect(rotationAt(twice, now + 1).number).toBe(3);
    expect(fresh(twice, now + 1).accessKeyId).not.toBe(fresh(once, now + 1).accessKeyId);
  });

  test('and taken back, the set that comes by itself is not the one that was asked for', () => {
    const asked = fresh(rotated(example(), now), now);
    const byItself = fresh(example(), CREATED_AT + HOUR);
    expect([asked.number, byItself.number]).toEqual([2, 2]);
    expect(asked.accessKeyId).not.toBe(byItself.accessKeyId);
  });
});

describe('with another interval', () => {
  const before = example();
  const now = CREATED_AT + 40 * MINUTE;

  test.each([
    ['longer', 7200],
    ['shorter, and not over yet', 2460],
  ])('%s, the set stays until it is that old', (_what, seconds) => {
    const after = withSetKept(before, withInterval(before, seconds), now);
    expect(fresh(after, now)).toEqual({ ...fresh(before, now), until: CREATED_AT + seconds * 1000 });
  });

  test('shorter than the set is old, the next one comes at once', () => {
    const after = withSetKept(before, withInterval(before, 600), now);
    expect(rotationAt(after, now)).toEqual({ number: 2, start: now, until: now + 600_000 });
  });

  test('the same as before, nothing changes', () => {
    expect(withSetKept(before, before, now)).toBe(before);
  });
});

test('the document has the fields, the order and the layout of the captures, times in whole seconds', () => {
  const given = {
    ...fresh(example(), CREATED_AT),
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

test('the masked document shows four characters of each secret and nothing else of it', () => {
  const given = fresh(example(), CREATED_AT);
  const shown = maskedDocument(given);
  expect(shown).toContain(given.accessKeyId);
  expect(shown).toContain(`"SecretAccessKey" : "${given.secretAccessKey.slice(0, 4)}…"`);
  expect(shown).toContain(`"Token" : "${given.token.slice(0, 4)}…"`);
});

const FAILURE = { kind: 'failure' as const, code: 'AssumeRoleUnauthorizedAccess', message: null };
const GIVEN = { kind: 'given' as const, accessKeyId: 'ASIAX', secretAccessKey: 'secret', token: 'token' };

describe('as they are to be', () => {
  test('fresh ones are those of the moment', () => {
    expect(roleSets(example(), CREATED_AT)).toEqual(credentialSets(example(), 'role', CREATED_AT));
  });

  test('expired ones always ended between five and twelve hours ago, and are stable until the next rotation', () => {
    fc.assert(
      fc.property(anyInstance, anyMoment, (instance, after) => {
        const now = Math.max(after, instance.rotation?.startedAt ?? 0);
        const owner = having(instance, { kind: 'expired' });
        const { withToken, withoutToken } = roleSets(owner, now);
        expect(now - withToken.expiration).toBeGreaterThan(5 * HOUR);
        expect(now - withToken.expiration).toBeLessThan(12 * HOUR);
        expect(withToken.expiration - withToken.lastUpdated).toBe(LIFETIME_MS);
        expect(withToken.until).toBe(rotationAt(owner, now).until);
        expect(roleSets(owner, withToken.until - 1)).toEqual({ withToken, withoutToken });
        expect(withToken.accessKeyId).not.toBe(fresh(owner, now).accessKeyId);
        expect(withoutToken?.accessKeyId).not.toBe(withToken.accessKeyId);
      }),
    );
  });

  test('given ones are one set for all, as given, with a LastUpdated in the past and before the Expiration', () => {
    fc.assert(
      fc.property(anyInstance, anyMoment, fc.integer({ min: 0, max: 2 * TWENTY_YEARS }), (instance, at, after) => {
        const now = Math.max(at, instance.rotation?.startedAt ?? 0);
        const expiration = new Date(CREATED_AT - TWENTY_YEARS + after).toISOString();
        const { withToken: given, withoutToken } = roleSets(having(instance, { ...GIVEN, expiration }), now);
        expect(given).toMatchObject({ accessKeyId: 'ASIAX', secretAccessKey: 'secret', token: 'token' });
        expect([given.imds, given.number, withoutToken]).toEqual([null, null, null]);
        expect(given.expiration).toBe(Date.parse(expiration));
        expect(given.lastUpdated).toBeLessThanOrEqual(now);
        expect(given.lastUpdated).toBeLessThan(given.expiration);
      }),
    );
  });

  test('given ones without a time are always fresh', () => {
    fc.assert(
      fc.property(anyInstance, anyMoment, (instance, now) => {
        const { lastUpdated, expiration, until } = fresh(instance, now);
        const { withToken: given } = roleSets(having(instance, { ...GIVEN, expiration: null }), now);
        expect(given).toMatchObject({ lastUpdated, expiration, until, secretAccessKey: 'secret' });
      }),
    );
  });
});

function kindsOf(instance: Instance): string[] {
  return setsAt(instance, CREATED_AT).map(({ of, imds }) => `${of} ${imds ?? 'any'}`);
}

describe('the sets that can be got', () => {
  test.each([
    ['two of each', example(), ['role v1', 'role v2', 'ec2-instance v1', 'ec2-instance v2']],
    ['one of each where a token is required', required(example()), ['role v2', 'ec2-instance v2']],
    [
      'one that was given',
      having(example(), { ...GIVEN, expiration: null }),
      ['role any', 'ec2-instance v1', 'ec2-instance v2'],
    ],
    ['none of a role that fails', having(example(), FAILURE), ['ec2-instance v1', 'ec2-instance v2']],
    ['none of no role', example({ instanceProfile: null }), ['ec2-instance v1', 'ec2-instance v2']],
  ])('%s', (_what, instance, expected) => {
    expect(kindsOf(instance)).toEqual(expected);
  });

  test('have no secret in them', () => {
    const { secretAccessKey, token } = fresh(example(), CREATED_AT);
    const text = JSON.stringify(setsAt(example(), CREATED_AT));
    expect([text.includes(secretAccessKey), text.includes(token)]).toEqual([false, false]);
  });
});

test('a failure has its fields in the order of the capture', () => {
  expect(failureDocument({ code: 'AssumeRoleUnauthorizedAccess', message: 'No.' }, CREATED_AT)).toBe(
    '{\n  "Code" : "AssumeRoleUnauthorizedAccess",\n  "Message" : "No.",\n  "LastUpdated" : "2024-08-01T11:59:00Z"\n}',
  );
});

test('of a short secret nothing is shown', () => {
  const given = { ...fresh(example(), CREATED_AT), secretAccessKey: 'test', token: 'seven77' };
  expect(maskedDocument(given)).toContain('"SecretAccessKey" : "…",\n  "Token" : "…"');
});
