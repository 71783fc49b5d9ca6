// The core's abilities, as Node fills them; signing needs the key of this installation (identity/).
import { createHmac, randomBytes } from 'node:crypto';
import type { Abilities } from '../app/abilities.ts';

export const nodeAbilities: Omit<Abilities, 'sign'> = {
  random: (bytes) => randomBytes(bytes),
  hmac: (key, bytes) => createHmac('sha256', key).update(bytes).digest(),
  toBase64: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  fromBase64: (text) => new Uint8Array(Buffer.from(text, 'base64')),
  toUtf8: (text) => Buffer.from(text, 'utf8'),
  fromUtf8: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'),
};
