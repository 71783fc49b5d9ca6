// ASCII text in base64: the vectors of RFC 4648, and what Node makes of it.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fixedAbilities } from '../abilities.example.ts';
import { asciiBase64 } from './ascii-base64.ts';

test.each([
  ['', ''],
  ['f', 'Zg=='],
  ['fo', 'Zm8='],
  ['foo', 'Zm9v'],
  ['foob', 'Zm9vYg=='],
  ['fooba', 'Zm9vYmE='],
  ['foobar', 'Zm9vYmFy'],
])('%j is %j', (text, encoded) => {
  expect(asciiBase64(text)).toBe(encoded);
});

test('decoded, any ASCII text comes back', () => {
  const { fromBase64, fromUtf8 } = fixedAbilities();
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
      expect(fromUtf8(fromBase64(asciiBase64(text)))).toBe(text);
    }),
  );
});
