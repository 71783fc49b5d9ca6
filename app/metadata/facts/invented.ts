// Letters that look random and are the same for the same seed: ids, keys and secrets that open nothing.

export const HEX = '0123456789abcdef';
export const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
export const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  }
  return state >>> 0;
}

/** Numbers from 0 to below 1 by mulberry32: https://github.com/bryc/code/blob/master/jshash/PRNGs.md */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** That many letters of the alphabet, always the same for the same seed. Not for anything that must stay secret. */
export function invented(seed: string, alphabet: string, length: number): string {
  const next = numbersFrom(hash(seed));
  return Array.from({ length }, () => alphabet.charAt(Math.floor(next() * alphabet.length))).join('');
}
