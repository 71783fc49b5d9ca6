// What somebody pasted to come in: the address that Metadeck printed, or the token of it.
import { readFragment } from './fragment.ts';

/** `problem` is a sentence that says what was wrong. */
export type Pasted = { token: string } | { problem: string };

const NO_TOKEN = 'That address has no token; copy it whole, with all after #.';
/** The guard lets no page lead to another one's panel. */
const ELSEWHERE = 'That address is of another panel; open it in the address bar of the browser.';
const NEITHER = 'That is neither an address nor a token; copy the line that Metadeck printed after Panel.';
/** What fits a header. */
const TOKEN = /^[!-~]+$/;

/** Reads what was pasted into a page of `origin`. */
export function readPasted(text: string, origin: string): Pasted {
  const given = text.trim();
  if (!/^https?:\/\//i.test(given)) return TOKEN.test(given) ? { token: tokenOf(given) } : { problem: NEITHER };
  if (!URL.canParse(given)) return { problem: NEITHER };
  const url = new URL(given);
  const { token } = readFragment(url.hash);
  if (token === null || token === '') return { problem: NO_TOKEN };
  return url.origin === origin ? { token } : { problem: ELSEWHERE };
}

/** A part of an address, from its # on, is as good as the token alone. */
function tokenOf(given: string): string {
  return readFragment(given.slice(given.indexOf('#') + 1)).token ?? given;
}
