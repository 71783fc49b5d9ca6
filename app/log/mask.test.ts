// Secrets are masked where credentials are at home, however somebody spelt them, and nothing else of the text changes.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskedCredentials } from './mask.ts';

const ROLE = 'meta-data/iam/security-credentials/web';
const SECRET = 'wJalrXUtnFEMI/K7MDENG';
const MASK = 'wJal…';

test.each([
  ['as EC2 writes it', `{\n  "Code" : "Success",\n  "SecretAccessKey" : "${SECRET}"\n}`],
  ['as STS and the SDKs name it', `{"SessionToken":"${SECRET}"}`],
  ['in small letters', `{"secretaccesskey":"${SECRET}","token":"${SECRET}"}`],
  ['with other signs', `{"aws_secret_access_key":"${SECRET}","session-token":"${SECRET}"}`],
  ['with escapes in its name', `{"\\u0053ecretAccess\\u004bey":"${SECRET}"}`],
  ['with escapes in its value', `{"Token":"${SECRET.replace('/', '\\/')}"}`],
  ['below others', `{"Credentials":{"list":[{"SessionToken":"${SECRET}"}]}}`],
  ['in a list', `{"Token":["${SECRET}",{"a":"${SECRET}"}],"b":"c"}`],
  ['in JSON within a string', JSON.stringify({ a: JSON.stringify({ b: JSON.stringify({ Token: SECRET }) }) })],
  ['in JSON that ends too early', `{"Token":"${SECRET}`],
  ['in JSON with a comma too many', `{"Token":"${SECRET}",}`],
  ['in a file for the command line', `[default]\naws_secret_access_key = ${SECRET}\naws_session_token=${SECRET}\n`],
  ['in a shell', `export AWS_SECRET_ACCESS_KEY='${SECRET}' AWS_SESSION_TOKEN=${SECRET}`],
  ['in YAML after another word', `credentials: token: ${SECRET}`],
  ['in single quotes', `{'SecretAccessKey': '${SECRET}'}`],
  ['in XML', `<Credentials><SessionToken>${SECRET}</SessionToken></Credentials>`],
])('%s', (_how, text) => {
  const shown = maskedCredentials(ROLE, text) ?? text;
  expect(shown).not.toContain(SECRET.slice(0, 8));
  expect(shown.replaceAll('wJal\\u2026', MASK)).toContain(MASK);
});

test.each([
  [
    '{ "SecretAccessKey" : "wJalrXUtnFEMI",\t"Expiration" :null}',
    '{ "SecretAccessKey" : "wJal…",\t"Expiration" :null}',
  ],
  ['{"Token":12345678,"Type":"AWS-HMAC"}', '{"Token":"1234…","Type":"AWS-HMAC"}'],
  ['{"Token":null,"Secret":true,"a":1}', undefined],
  ['{"Token":["wJalrXUtnFEMI",7],"Code":"Success"}', '{"Token":["wJal…","…"],"Code":"Success"}'],
  ['{"Token":{"of":"wJalrXUtnFEMI"},"of":"web"}', '{"Token":{"of":"wJal…"},"of":"web"}'],
  ['{"Token":"seven77"}', '{"Token":"…"}'],
  ['{"Message":"the token has expired","Code":"Failed"}', undefined],
  ['token-role\nsecret-role', undefined],
  ['', undefined],
])('%j becomes %j', (text, shown) => {
  expect(maskedCredentials(ROLE, text)).toBe(shown);
});

test.each([
  [ROLE, true],
  ['meta-data/iam/security-credentials-extended/web', true],
  ['meta-data/identity-credentials/ec2/security-credentials/ec2-instance', true],
  ['meta-data/identity-credentials', true],
  ['meta-data/iam', true],
  ['meta-data/IAM/Security-Credentials/web', true],
  ['meta-data', true],
  ['iam-security-credentials', true],
  ['meta-data/iammonitor', false],
  ['user-data', false],
])('at %s: %s', (path, isMasked) => {
  expect(maskedCredentials(path, `{"Token":"${SECRET}"}`) !== undefined).toBe(isMasked);
});

const anyName = fc.constantFrom(
  'Token',
  'token',
  'SessionToken',
  'SECRETACCESSKEY',
  'aws_secret_access_key',
  'x-Token',
);
const anySecret = fc.string({ minLength: 12, unit: 'grapheme' }).filter((text) => !/^["\\\s]*$/.test(text));

test('in any document, under any of its names, no more of a string is left than its mask', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), anyName, anySecret, fc.boolean(), (other, name, secret, isText) => {
      const inner = { a: other, [name]: secret };
      const text = JSON.stringify({ list: [other, isText ? JSON.stringify(inner) : inner] });
      const { list } = JSON.parse(maskedCredentials(ROLE, text) ?? text) as { list: unknown[] };
      const found = (typeof list[1] === 'string' ? JSON.parse(list[1]) : list[1]) as Record<string, string>;
      expect(found[name]).toBe(`${secret.slice(0, 4)}…`);
    }),
  );
});

test('a text of the largest size costs no more than its length', () => {
  const texts = ['secret', 'a', '"', '\\', '<', ': ', '{"Token":'].map((piece) => piece.repeat(65_536 / piece.length));
  for (const text of texts) expect(maskedCredentials(ROLE, text)?.length ?? 0).toBeLessThanOrEqual(2 * text.length);
}, 5000);
