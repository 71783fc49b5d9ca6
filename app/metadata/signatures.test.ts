// Signatures as they are served, and which requests need them (imds.md 1.4).
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fixedAbilities } from '../abilities.example.ts';
import { asksForSignature, isSameBody, servedBody, signedInstead, type Signed } from './signatures.ts';

const SIGNED: Signed = { form: 'signature', text: '{}', at: 0 };

function served(bytes: number): string {
  const sign = () => new Uint8Array(bytes).fill(255);
  return String(servedBody({ ...fixedAbilities(), sign }, SIGNED));
}

test('always lines of 76 columns, joined by LF, none at the end', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2000 }), (bytes) => {
      const lines = served(bytes).split('\n');
      expect(lines.slice(0, -1).every((line) => line.length === 76)).toBe(true);
      expect(lines.at(-1)?.length).toBeGreaterThan(0);
      expect(lines.at(-1)?.length).toBeLessThanOrEqual(76);
      expect(lines.join('')).toMatch(/^[A-Za-z0-9+/]+={0,2}$/);
      expect(lines.join('').length).toBe(Math.ceil(bytes / 3) * 4);
    }),
  );
});

test('the bytes that are signed are those of the text', () => {
  const given: unknown[] = [];
  const abilities = fixedAbilities();
  servedBody(
    { ...abilities, sign: (wanted) => (given.push(wanted), new Uint8Array(3)) },
    { ...SIGNED, text: 'é', at: 7000 },
  );
  expect(given).toEqual([{ form: 'signature', bytes: new Uint8Array([0xc3, 0xa9]), at: 7000 }]);
});

test.each(['text', new Uint8Array([1, 2])])('what is no signature is served as it is', (body) => {
  expect(servedBody(fixedAbilities(), body)).toBe(body);
  expect(signedInstead(body, 'other')).toBe(body);
});

test('two signatures are compared by what they are of', () => {
  expect(isSameBody(SIGNED, { ...SIGNED })).toBe(true);
  expect(isSameBody(SIGNED, { ...SIGNED, form: 'pkcs7' })).toBe(false);
  expect(isSameBody(SIGNED, signedInstead(SIGNED, '{ }'))).toBe(false);
  expect(isSameBody('a', new Uint8Array([97]))).toBe(false);
});

test.each([
  ['/latest/dynamic/instance-identity/signature', true],
  ['/latest/dynamic/instance-identity/pkcs7', true],
  ['/2009-04-04/dynamic/instance-identity/rsa2048/', true],
  ['//latest//dynamic/instance-identity//pkcs7?x', true],
  ['/latest/dynamic/instance-identity/x/../signature', true],
  ['/latest/dynamic/instance%2Didentity/%73ignature', true],
  ['http://127.0.0.1/latest/dynamic/instance-identity/signature', true],
  ['/latest/dynamic/instance-identity/document', false],
  ['/latest/dynamic/instance-identity/', false],
  ['/latest/dynamic/instance-identity/signature/x', false],
  ['/latest/meta-data/instance-id', false],
  ['/latest/meta-data/tags/instance/signature', false],
  ['/%zz', false],
])('%s needs the key: %s', (target, needs) => {
  expect(asksForSignature(target)).toBe(needs);
});
