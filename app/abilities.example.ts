// For the tests: the core's abilities without a machine behind them, the same at every run.
import type { Abilities } from './abilities.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const HASH_BYTES = 32;
const SIGNATURE_BYTES = 256;

/** Abilities whose randomness is a count; two of them give the same, one after the other. */
export function fixedAbilities(): Abilities {
  let drawn = 0;
  return {
    random: (bytes) => mixed(new Uint8Array([(drawn += 1), drawn >>> 8]), bytes),
    sign: ({ form, bytes, at }) => mixed(new Uint8Array([...toUtf8(`${form} ${at} `), ...bytes]), SIGNATURE_BYTES),
    hmac: (key, bytes) => mixed(new Uint8Array([...key, ...bytes]), HASH_BYTES),
    toBase64,
    fromBase64,
    toUtf8,
    fromUtf8,
  };
}

/** Bytes that depend on every byte given: enough to tell texts apart, no more. */
function mixed(bytes: Uint8Array, length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, round) => {
    let state = 0x811c9dc5 ^ (round + 1);
    for (const byte of bytes) state = Math.imul(state ^ byte, 0x01000193);
    return (state ^ (state >>> 15)) & 0xff;
  });
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const three = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const letters = [18, 12, 6, 0].map((shift) => ALPHABET.charAt((three >>> shift) & 63));
    text += letters.join('').slice(0, Math.min(3, bytes.length - i) + 1);
  }
  return text.padEnd(Math.ceil(bytes.length / 3) * 4, '=');
}

function fromBase64(text: string): Uint8Array {
  const [plain = ''] = text
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .split(/[^A-Za-z0-9+/]/, 1);
  const bits = Array.from(plain, (letter) => ALPHABET.indexOf(letter).toString(2).padStart(6, '0')).join('');
  return Uint8Array.from({ length: Math.floor(bits.length / 8) }, (_, i) =>
    Number.parseInt(bits.slice(8 * i, 8 * i + 8), 2),
  );
}

function toUtf8(text: string): Uint8Array {
  const escaped = encodeURIComponent(text.replaceAll(/[\ud800-\udfff]/gu, '\u{FFFD}'));
  const units = escaped.match(/%[0-9A-F]{2}|[^%]/g) ?? [];
  return Uint8Array.from(units, (unit) =>
    unit.length === 1 ? unit.charCodeAt(0) : Number.parseInt(unit.slice(1), 16),
  );
}

function fromUtf8(bytes: Uint8Array): string {
  try {
    return decodeURIComponent(Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
  } catch {
    return '\u{FFFD}';
  }
}
