// Lists of headers that repeat are kept once: clients send the same ones again and again, and the log keeps 10,000 requests.

export type ShareList = (list: readonly string[]) => readonly string[];

const MAX_LISTS = 1000;
/** What usual clients send is far shorter; longer lists are not worth remembering. */
const MAX_LENGTH = 2048;

/** Gives an equal list that was seen before, or this one. It remembers a bounded number, so it may forget. */
export function createShareList(limit = MAX_LISTS): ShareList {
  const known = new Map<string, readonly string[]>();
  return (list) => {
    // No header has a line break in it, so different lists never look the same.
    const text = list.join('\n');
    if (text.length > MAX_LENGTH) return list;
    const found = known.get(text);
    if (found) return found;
    if (known.size >= limit) known.clear();
    known.set(text, list);
    return list;
  };
}
