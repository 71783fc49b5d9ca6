// User data: given as text or in base64, kept in base64, at most 16 KiB raw (imds.md 1.5).
import type { Abilities } from '../abilities.ts';
import { done, invalid, type Result } from '../result.ts';
import { MAX_USER_DATA } from './user-data-limit.ts';
import { USER_DATA_PATH } from './catalog/moment.ts';

/** Why so many bytes can't be user data; undefined where they can. */
export function sizeProblem(bytes: number): string | undefined {
  if (bytes <= MAX_USER_DATA) return undefined;
  return `User data has at most ${MAX_USER_DATA} bytes (16 KiB); this has ${bytes}.`;
}

/** Text becomes its UTF-8 bytes; an empty text is no user data: null. */
export function userDataFromText(text: string, abilities: Abilities): Result<string | null> {
  return kept(abilities.toUtf8(text), abilities);
}

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Bytes in base64, which may be wrapped into lines. */
export function userDataFromBase64(text: string, abilities: Abilities): Result<string | null> {
  const given = text.replaceAll(/\s+/g, '');
  if (BASE64.test(given)) return kept(abilities.fromBase64(given), abilities);
  const rule = 'Use A to Z, a to z, 0 to 9, + and / in groups of four, the last one filled up with =';
  return invalid(USER_DATA_PATH, `The user data is not base64. ${rule}, such as IyEvYmluL3NoCg==.`);
}

function kept(bytes: Uint8Array, abilities: Abilities): Result<string | null> {
  const problem = sizeProblem(bytes.length);
  if (problem !== undefined) return invalid(USER_DATA_PATH, problem);
  return done(bytes.length === 0 ? null : abilities.toBase64(bytes));
}
