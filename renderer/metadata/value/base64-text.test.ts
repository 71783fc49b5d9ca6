import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { base64OfBytes, base64OfText, bytesOfBase64, textOfBase64 } from './base64-text.ts';

test('bytes come back from base64 as they were', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(bytesOfBase64(base64OfBytes(bytes))).toEqual(bytes);
    }),
  );
});

test('text is written as UTF-8', () => {
  expect(base64OfText('#!/bin/sh\n')).toBe('IyEvYmluL3NoCg==');
  expect(base64OfText('é')).toBe('w6k=');
  expect(textOfBase64('w6k=')).toBe('é');
});

test('base64 may be wrapped into lines', () => {
  expect(textOfBase64('IyEvYmlu\nL3NoCg==\n')).toBe('#!/bin/sh\n');
});

test.each(['#!/bin/sh', 'IyE', 'IyE=='])('%j is not base64', (text) => {
  expect(bytesOfBase64(text)).toBeNull();
});

test.each([
  ['bytes that are no UTF-8', new Uint8Array([0x1f, 0x8b, 0xff])],
  ['a zero byte', new Uint8Array([0x61, 0])],
  ['a carriage return', new Uint8Array([0x61, 0x0d, 0x0a])],
])('%s are no text for a field', (_what, bytes) => {
  expect(textOfBase64(base64OfBytes(bytes))).toBeNull();
});
