// The request log: a ring of 10,000 entries and 64 MiB, whichever comes first.
import { entryBytes, type LogEntry } from '../app/log-entry.ts';

export const MAX_ENTRIES = 10_000;
const MAX_BYTES = 64 * 1024 * 1024;

export type RequestLog = {
  /** Gives an entry the next sequence number and keeps it; the oldest go when the ring is full. */
  add: (entry: LogEntry) => void;
  get: (sequence: number) => LogEntry | undefined;
  /** Up to `limit` entries after that sequence number, oldest first, and how many in between are no longer kept. */
  after: (sequence: number, limit: number) => { entries: LogEntry[]; dropped: number };
  /** The sequence number of the newest entry; 0 before the first. */
  last: () => number;
  /** How many entries are kept. */
  size: () => number;
  /** Entries since that moment, as far as they are kept. */
  countSince: (at: number) => number;
  /** Forgets all entries; the numbers go on. */
  clear: () => number;
  revision: () => number;
};

export function createRequestLog(limits = { entries: MAX_ENTRIES, bytes: MAX_BYTES }): RequestLog {
  const ring: (LogEntry | undefined)[] = Array.from({ length: limits.entries });
  // Beside the ring, so that dropping an entry need not go through what it holds.
  const sizes = new Uint32Array(limits.entries);
  let last = 0;
  let first = 1;
  let bytes = 0;
  let cleared = 0;

  function at(sequence: number): LogEntry | undefined {
    return sequence < first || sequence > last ? undefined : ring[sequence % limits.entries];
  }

  function dropFirst(): void {
    const place = first % limits.entries;
    bytes -= sizes[place] ?? 0;
    ring[place] = undefined;
    first += 1;
  }

  return {
    add(entry) {
      if (last - first + 1 >= limits.entries) dropFirst();
      last += 1;
      entry.sequence = last;
      const place = last % limits.entries;
      const size = entryBytes(entry);
      ring[place] = entry;
      sizes[place] = size;
      bytes += size;
      while (bytes > limits.bytes && first < last) dropFirst();
    },
    get: at,
    after(sequence, limit) {
      const from = Math.max(sequence + 1, first);
      const to = Math.min(last, from + limit - 1);
      const entries: LogEntry[] = [];
      for (let i = from; i <= to; i++) {
        const entry = at(i);
        if (entry) entries.push(entry);
      }
      return { entries, dropped: Math.max(0, Math.min(from, last + 1) - sequence - 1) };
    },
    last: () => last,
    size: () => last - first + 1,
    countSince(moment) {
      let count = 0;
      for (let i = last; i >= first && (at(i)?.at ?? 0) >= moment; i--) count++;
      return count;
    },
    clear() {
      const gone = last - first + 1;
      ring.fill(undefined);
      first = last + 1;
      bytes = 0;
      cleared += 1;
      return gone;
    },
    revision: () => last + cleared,
  };
}
