// What the facts alone don't say: documents with a time, credentials, user data.
import { describe, expect, test } from 'vitest';
import { catalogLeaves } from './catalog.ts';
import { type Credentials, credentialsDocument, credentialSets, maskedDocument, setOf } from '../credentials.ts';
import type { FactsPatch } from '../edit.ts';
import { bodies, CREATED_AT, example, NO_ABILITIES } from '../instance.example.ts';

const ROLE = 'meta-data/iam/security-credentials/metadeck-role';
const HOUR = 3_600_000;
const IDENTITY = 'meta-data/identity-credentials/ec2/security-credentials/ec2-instance';

function leaf(path: string, now = CREATED_AT) {
  return catalogLeaves(example(), now, NO_ABILITIES).find((one) => one.path === path);
}

function contentOf(given: Credentials) {
  return { body: credentialsDocument(given), shown: maskedDocument(given) };
}

test.each([
  [ROLE, 'role' as const],
  [IDENTITY, 'ec2-instance' as const],
])('%s holds credentials until the next rotation, masked where they are shown', (path, holder) => {
  const now = CREATED_AT + HOUR + 5;
  const { withToken, withoutToken } = credentialSets(example(), holder, now);
  if (withoutToken === null) throw new Error('There is one for each IMDS.');
  expect(leaf(path, now)).toEqual({
    path,
    ...contentOf(withToken),
    source: 'computed',
    contentType: 'text/plain',
    lastModified: CREATED_AT + HOUR,
    until: CREATED_AT + 2 * HOUR,
    credentials: {
      set: setOf(withToken),
      withoutToken: { ...contentOf(withoutToken), set: setOf(withoutToken) },
    },
  });
});

test.each(['meta-data/iam/info', 'meta-data/identity-credentials/ec2/info'])(
  '%s changes with the credentials',
  (path) => {
    expect(leaf(path, CREATED_AT + 5)).toMatchObject({ lastModified: CREATED_AT, until: CREATED_AT + HOUR });
    expect(leaf(path, CREATED_AT + HOUR)?.body).toContain('"LastUpdated" : "2024-08-01T12:59:00Z"');
  },
);

test.each<[string, FactsPatch, string]>([
  ['without an instance profile there is no iam/', { instanceProfile: null }, 'meta-data/iam/'],
  ['user data is there only when given', {}, 'user-data'],
  ['events put nothing here', {}, 'meta-data/events/'],
  ['an interruption puts nothing here', {}, 'meta-data/spot/'],
  ['there is no DSA', {}, 'dynamic/instance-identity/dsa2048'],
  ['the newer credentials are not there', {}, 'meta-data/iam/security-credentials-extended'],
])('%s', (_what, patch, prefix) => {
  expect([...bodies(example(patch)).keys()].filter((path) => path.startsWith(prefix))).toEqual([]);
});

/** What a role and its instance say, five milliseconds after the instance was made. */
function documents(roleCredentials: FactsPatch['roleCredentials']) {
  const all = bodies(example({ roleCredentials }), CREATED_AT + 5);
  const read = (path: string) => JSON.parse(all.get(path) ?? 'null') as Record<string, string>;
  return { role: read(ROLE), info: read('meta-data/iam/info'), own: read(IDENTITY) };
}

describe('a role', () => {
  test('that may not be assumed says so, and the profile does not', () => {
    const { role, info, own } = documents({ kind: 'failure', code: 'AssumeRoleUnauthorizedAccess', message: null });
    expect(Object.keys(role)).toEqual(['Code', 'Message', 'LastUpdated']);
    expect(role).toMatchObject({ Code: 'AssumeRoleUnauthorizedAccess', LastUpdated: '2024-08-01T11:59:00Z' });
    expect(info['Code']).toBe('Success');
    expect(own['Code']).toBe('Success');
  });

  test('whose profile is gone says so in both', () => {
    const { role, info } = documents({ kind: 'failure', code: 'InstanceProfileNotFound', message: 'Gone.' });
    expect(info).toEqual({ Code: 'InstanceProfileNotFound', Message: 'Gone.', LastUpdated: '2024-08-01T11:59:00Z' });
    expect(role).toEqual(info);
  });

  test('with expired credentials has them in both, and those of the instance stay fresh', () => {
    const { role, info, own } = documents({ kind: 'expired' });
    expect(role).toMatchObject({
      Code: 'Success',
      Expiration: '2024-08-01T06:29:00Z',
      LastUpdated: '2024-08-01T00:09:00Z',
    });
    expect(info['LastUpdated']).toBe('2024-08-01T00:09:00Z');
    expect(own['Expiration']).toBe('2024-08-01T18:19:00Z');
  });

  test('with credentials of its own serves them, in whole seconds', () => {
    const given = { kind: 'given' as const, accessKeyId: 'ASIAX', secretAccessKey: 's'.repeat(40), token: 't' };
    const { role } = documents({ ...given, expiration: '2024-08-01T14:00:00.5+01:00' });
    expect(role).toMatchObject({ Code: 'Success', AccessKeyId: 'ASIAX', SecretAccessKey: 's'.repeat(40), Token: 't' });
    expect(role['Expiration']).toBe('2024-08-01T13:00:00Z');
  });

  test('that is not there has no iam/, whatever its credentials are', () => {
    const all = bodies(example({ instanceProfile: null, roleCredentials: { kind: 'expired' } }));
    expect([...all.keys()].filter((path) => path.startsWith('meta-data/iam'))).toEqual([]);
  });
});

test.each([
  ['signature', 'signature'],
  ['pkcs7', 'pkcs7'],
  ['rsa2048', 'pkcs7'],
])('%s is of the document as it is at launch', (name, form) => {
  const document = leaf('dynamic/instance-identity/document')?.body;
  expect(leaf(`dynamic/instance-identity/${name}`)?.body).toEqual({ form, text: document, at: CREATED_AT });
});

test('the role names the path of its credentials', () => {
  const instanceProfile = { profileId: 'AIPAQ4M7WZ2KXJ5NBT3RV', profileName: 'profile', roleName: 'other' };
  const paths = [...bodies(example({ instanceProfile })).keys()];
  expect(paths.filter((path) => path.includes('/security-credentials/'))).toEqual([
    'meta-data/iam/security-credentials/other',
    IDENTITY,
  ]);
});

test('user data is served as the bytes that were given', () => {
  const bytes = new Uint8Array([0, 255, 10]);
  const abilities = { ...NO_ABILITIES, fromBase64: (text: string) => (text === 'AP8K' ? bytes : new Uint8Array()) };
  const leaves = catalogLeaves({ ...example(), userData: 'AP8K' }, CREATED_AT, abilities);
  expect(leaves.find(({ path }) => path === 'user-data')).toEqual({
    path: 'user-data',
    body: bytes,
    source: 'fact',
    fact: 'user data',
    contentType: 'application/octet-stream',
    lastModified: example().changedAt,
  });
});
