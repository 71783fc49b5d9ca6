// The stack of an error, as it may be shown: what looks like a token or a key is cut short.
import { masked } from '../app/log/mask.ts';

/** Shorter ones are words, not secrets. */
const SHORTEST_SECRET = 8;
const LIKE_A_SECRET = /[\w+/=-]{20,}/g;

/** Message and frames; `secret` is one that is known, whatever it looks like. What was thrown may be anything. */
export function maskedStack(error: unknown, secret: string): string {
  const stack = error instanceof Error ? (error.stack ?? String(error)) : String(error);
  const frames = /\n\s+at /.exec(stack)?.index ?? stack.length;
  return maskedText(stack.slice(0, frames), secret) + stack.slice(frames);
}

function maskedText(text: string, secret: string): string {
  const known = secret.length < SHORTEST_SECRET ? text : text.replaceAll(secret, masked(secret));
  return known.replaceAll(LIKE_A_SECRET, (word) => (isMixed(word) ? masked(word) : word));
}

/** Large and small letters and digits, as tokens and keys have them, and names of functions and paths rarely. */
function isMixed(word: string): boolean {
  return /[a-z]/.test(word) && /[A-Z]/.test(word) && /\d/.test(word);
}
