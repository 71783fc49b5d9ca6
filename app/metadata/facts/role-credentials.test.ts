// What the credentials of the role are to be: rules of each kind, and the messages of failures (imds.md 1.3).
import { expect, test } from 'vitest';
import { failsProfile, failureMessage } from './credential-failures.ts';
import { roleCredentials } from './role-credentials.ts';

const GIVEN = {
  kind: 'given',
  accessKeyId: 'ASIAX',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG',
  token: 'IQoJb3JpZ2luX2Vj=',
};
const PROFILE = { profileId: 'AIPAQ4M7WZ2KXJ5NBT3RV', roleName: 'web' };

test.each([
  [{ kind: 'fresh' }, { kind: 'fresh' }],
  [{ kind: 'expired' }, { kind: 'expired' }],
  [
    { kind: 'failure', code: 'X' },
    { kind: 'failure', code: 'X', message: null },
  ],
  [GIVEN, { ...GIVEN, expiration: null }],
  [
    { ...GIVEN, expiration: '2030-01-01T00:00:00+01:00' },
    { ...GIVEN, expiration: '2030-01-01T00:00:00+01:00' },
  ],
])('%o is taken', (given, taken) => {
  expect(roleCredentials.parse(given)).toEqual(taken);
});

test.each<[string, object, string]>([
  ['an unknown kind', { kind: 'old' }, 'The kind fresh, expired, failure or given is needed.'],
  ['the code Success', { kind: 'failure', code: 'Success' }, 'A code other than Success'],
  ['a code with blanks', { kind: 'failure', code: 'a b' }, 'A code other than Success'],
  ['an empty message', { kind: 'failure', code: 'X', message: '' }, 'leave the message out'],
  ['a masked secret', { ...GIVEN, secretAccessKey: 'wJal…' }, 'From 1 to 256 ASCII characters'],
  ['a token of two lines', { ...GIVEN, token: 'qqq\nzzz' }, 'From 1 to 8192 ASCII characters'],
  ['an access key id with blanks', { ...GIVEN, accessKeyId: 'A B' }, 'An access key id is needed'],
  ['a time that is none', { ...GIVEN, expiration: 'tomorrow' }, 'such as 2030-01-01T00:00:00Z'],
  ['a time without a zone', { ...GIVEN, expiration: '2030-01-01T00:00:00' }, 'such as 2030-01-01T00:00:00Z'],
])('%s is refused, and no secret is repeated', (_what, given, words) => {
  const { error } = roleCredentials.safeParse(given);
  expect(error?.issues.map(({ message }) => message).join(' ')).toContain(words);
  expect(JSON.stringify(error?.issues)).not.toMatch(/wJal|IQoJ|qqq|zzz/);
});

test.each([
  [
    'AssumeRoleUnauthorizedAccess',
    /^EC2 cannot assume the role web\. {2}Please see documentation at https:\S+$/,
    false,
  ],
  ['InstanceProfileNotFound', /^Instance Profile with id AIPAQ4M7WZ2KXJ5NBT3RV cannot be found\. {2}Please/, true],
  ['Other', /^EC2 cannot assume the role web\. {2}/, false],
])('%s has its usual message', (code, message, ofProfile) => {
  expect(failureMessage({ code, message: null }, PROFILE)).toMatch(message);
  expect(failureMessage({ code, message: 'Mine.' }, PROFILE)).toBe('Mine.');
  expect(failsProfile({ kind: 'failure', code, message: null })).toBe(ofProfile);
});

test('only a failure fails', () => {
  expect(failsProfile({ kind: 'expired' })).toBe(false);
});
