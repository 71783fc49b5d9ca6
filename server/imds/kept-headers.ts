// Headers as the log keeps them: masked, and equal ones once, since clients send the same ones again and again and the log holds thousands of requests.
import { headerOf, maskHeaders } from '../../app/log-entry.ts';

export type KeptHeaders = {
  /** Masked, names and values in turn. */
  list: readonly string[];
  /** What the client calls itself; empty without it. */
  agent: string;
};

const MAX_LISTS = 1000;
/** What usual clients send is far shorter; longer lists are not worth remembering. */
const MAX_LENGTH = 2048;

/**
 * Gives what was made of equal headers before, or makes it: headers that differ in nothing but a secret share their list.
 * It remembers a bounded number, so it may forget.
 */
export function createHeaderKeeper(limit = MAX_LISTS): (raw: readonly string[]) => KeptHeaders {
  const asSent = createMemory(limit, keep);
  const masked = createMemory(limit, (list): KeptHeaders => ({ list, agent: headerOf(list, 'user-agent') }));

  function keep(raw: readonly string[]): KeptHeaders {
    return masked(maskHeaders(raw));
  }

  return asSent;
}

function createMemory(limit: number, make: (list: readonly string[]) => KeptHeaders) {
  const known = new Map<string, KeptHeaders>();
  return (list: readonly string[]): KeptHeaders => {
    // No header has a line break in it, so different lists never look the same.
    const text = list.join('\n');
    const found = known.get(text);
    if (found) return found;
    const made = make(list);
    if (text.length > MAX_LENGTH) return made;
    if (known.size >= limit) known.clear();
    known.set(text, made);
    return made;
  };
}
