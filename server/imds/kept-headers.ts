// Headers as the log keeps them: masked, and equal ones once, since clients send the same ones again and again and the log holds thousands of requests.
import { putWithin } from '../../app/bounded.ts';
import { headerOf, maskHeaders } from '../../app/log/log-entry.ts';

export type KeptHeaders = {
  /** Masked, names and values in turn. */
  list: readonly string[];
  /** What the client calls itself; empty without it. */
  agent: string;
};

export const NO_HEADERS: KeptHeaders = { list: [], agent: '' };

const MAX_LISTS = 1000;
/** What usual clients send is far shorter; longer lists are not worth remembering. */
const MAX_LENGTH = 2048;

/**
 * Masks headers, and gives what was made of equal ones before: those that differ in nothing but a secret share their list.
 * It remembers a bounded number, so it may forget.
 */
export function createHeaderKeeper(limit = MAX_LISTS): (raw: readonly string[]) => KeptHeaders {
  const known = new Map<string, KeptHeaders>();
  return (raw) => {
    const list = maskHeaders(raw);
    // No header has a line break in it, so different lists never look the same.
    const text = list.join('\n');
    const found = known.get(text);
    if (found) return found;
    const made = { list, agent: headerOf(list, 'user-agent') };
    if (text.length > MAX_LENGTH) return made;
    return putWithin(known, limit, text, made);
  };
}
