// User data: what is taken, how it is kept, and what is refused.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fixedAbilities } from '../abilities.example.ts';
import { MAX_USER_DATA } from './user-data-limit.ts';
import { userDataFromBase64, userDataFromText } from './user-data.ts';

const abilities = fixedAbilities();

test('text is kept as its UTF-8 bytes in base64', () => {
  expect(userDataFromText('#!ü\n', abilities)).toEqual({ ok: true, data: 'IyHDvAo=' });
});

test.each(['', '\n', ' \r\n '])('no bytes, as in %j, are no user data', (text) => {
  expect(userDataFromBase64(text, abilities)).toEqual({ ok: true, data: null });
});

test('any bytes in base64 are kept, in lines or in one', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), (bytes) => {
      const text = abilities.toBase64(bytes);
      const wrapped = text.replaceAll(/.{76}/g, '$&\r\n');
      expect(userDataFromBase64(`${wrapped}\n`, abilities)).toEqual({ ok: true, data: text });
    }),
  );
});

test.each(['a', 'abc', 'abcde', 'ab=c', 'abc-', 'a===', '<script>', 'abcd='])('%j is not base64', (text) => {
  expect(userDataFromBase64(text, abilities)).toMatchObject({
    ok: false,
    error: {
      message:
        'The user data is not base64. Use A to Z, a to z, 0 to 9, + and / in groups of four, the last one filled up with =, such as IyEvYmluL3NoCg==.',
      issues: [{ path: 'user-data' }],
    },
  });
});

test.each([
  [MAX_USER_DATA, true],
  [MAX_USER_DATA + 1, false],
  [MAX_USER_DATA + 2, false],
])('%d bytes: taken is %s, in base64 and as text', (size, taken) => {
  const message = `User data has at most 16384 bytes (16 KiB); this has ${size}.`;
  const expected = taken ? { ok: true } : { ok: false, error: { message } };
  expect(userDataFromBase64(abilities.toBase64(new Uint8Array(size)), abilities)).toMatchObject(expected);
  expect(userDataFromText('x'.repeat(size), abilities)).toMatchObject(expected);
});
