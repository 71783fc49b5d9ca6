// ASCII text in base64, for what the core itself has to say without its abilities.
import { BASE64 } from './facts/invented.ts';

/** Standard base64 with padding; characters beyond ASCII have no place here. */
export function asciiBase64(text: string): string {
  const groups = Array.from({ length: Math.ceil(text.length / 3) }, (_, index) => text.slice(3 * index, 3 * index + 3));
  return groups.map(fourLetters).join('');
}

function fourLetters(three: string): string {
  const bits = [0, 1, 2].reduce((sum, index) => (sum << 8) | (three.charCodeAt(index) || 0), 0);
  const letters = [18, 12, 6, 0].map((shift) => BASE64.charAt((bits >>> shift) & 63)).join('');
  return letters.slice(0, three.length + 1).padEnd(4, '=');
}
