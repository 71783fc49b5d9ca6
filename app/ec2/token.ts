// What tokens of the real service look like: 40 bytes in base64url, 56 characters (imds.md 2.5).
import type { Layout } from '../answer/tokens.ts';

export const TOKEN_LENGTH = 56;

export const TOKEN: Layout = { header: [1, 0, 4, 0], bytes: 40, length: TOKEN_LENGTH, encode: toBase64Url };

function toBase64Url(text: string): string {
  return text.replaceAll('+', '-').replaceAll('/', '_');
}
