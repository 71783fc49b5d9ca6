// The request log: a ring of as many entries as the settings say and 64 MiB, whichever comes first.
import { entryBytes, type LogEntry } from '../app/log/log-entry.ts';
import { KEPT_REQUESTS } from '../app/settings/kept-requests.ts';

const MAX_BYTES = 64 * 1024 * 1024;

/** What is made of an entry when it is read. The entry itself is written over by a later request, so it must not be kept. */
type View<T> = (entry: Readonly<LogEntry>) => T;

/** A bounded log. Its entries can only be looked at, one at a time; who reads gets what it made of them. */
export type RequestLog = {
  /** Gives an entry the next sequence number and keeps it; the oldest go when the ring is full. */
  add: (entry: LogEntry) => void;
  /** What `view` makes of the entry with that number; undefined where it is not there, or not any more. */
  read: <T>(sequence: number, view: View<T>) => T | undefined;
  /**
   * What `view` makes of up to `limit` entries after that sequence number, oldest first; `next` is the number to go on
   * from, and `dropped` how many in between are no longer there.
   */
  after: <T>(sequence: number, limit: number, view: View<T>) => { items: T[]; next: number; dropped: number };
  /** The sequence number of the newest entry; 0 before the first. */
  last: () => number;
  /** How many entries are kept. */
  size: () => number;
  /** How many can be. */
  limit: () => number;
  /** Keeps as many from now on; the newest stay, under their numbers. */
  resize: (entries: number) => void;
  /** How many made way for newer ones since all were forgotten last. */
  dropped: () => number;
  /** Entries since that moment, as far as they are kept. */
  countSince: (at: number) => number;
  /** Forgets all entries; the numbers go on. */
  clear: () => number;
  revision: () => number;
};

export function createRequestLog(limits = { entries: KEPT_REQUESTS.usual, bytes: MAX_BYTES }): RequestLog {
  let { ring, sizes } = emptyRing(limits.entries);
  let last = 0;
  let first = 1;
  let bytes = 0;
  let cleared = 0;
  let dropped = 0;

  function at(sequence: number): LogEntry | undefined {
    return sequence < first || sequence > last ? undefined : ring[sequence % ring.length];
  }

  function dropFirst(): LogEntry | undefined {
    const slot = first % ring.length;
    const entry = ring[slot];
    bytes -= sizes[slot] ?? 0;
    ring[slot] = undefined;
    first += 1;
    dropped += 1;
    return entry;
  }

  return {
    add(given) {
      // Written over the oldest: an object for each request would be left to the collector just when it has grown old.
      const oldest = last - first + 1 < ring.length ? undefined : dropFirst();
      const entry = oldest ? Object.assign(oldest, given) : given;
      last += 1;
      entry.sequence = last;
      const slot = last % ring.length;
      const size = entryBytes(entry);
      ring[slot] = entry;
      sizes[slot] = size;
      bytes += size;
      while (bytes > limits.bytes && first < last) dropFirst();
    },
    read: (sequence, view) => viewed(at(sequence), view),
    after(sequence, limit, view) {
      const { from, to } = rangeAfter(sequence, limit, first, last);
      const gone = Math.max(0, Math.min(from, last + 1) - sequence - 1);
      return { items: viewsBetween(at, from, to, view), next: from <= to ? to : last, dropped: gone };
    },
    last: () => last,
    size: () => last - first + 1,
    limit: () => ring.length,
    resize(entries) {
      if (entries === ring.length) return;
      while (last - first + 1 > entries) dropFirst();
      ({ ring, sizes } = moved({ ring, sizes }, entries, first, last));
    },
    dropped: () => dropped,
    countSince: (moment) => last - lastBefore(at, moment, first, last),
    clear() {
      const gone = last - first + 1;
      ring.fill(undefined);
      first = last + 1;
      bytes = 0;
      dropped = 0;
      cleared += 1;
      return gone;
    },
    revision: () => last + cleared,
  };
}

type EntryAt = (sequence: number) => LogEntry | undefined;

type Ring = {
  ring: (LogEntry | undefined)[];
  /** Beside the entries, so that dropping one need not go through what it holds. */
  sizes: Uint32Array;
};

function emptyRing(entries: number): Ring {
  return { ring: Array.from({ length: entries }), sizes: new Uint32Array(entries) };
}

/** The same entries in a ring of another size, which they fit in. */
function moved(before: Ring, entries: number, first: number, last: number): Ring {
  const next = emptyRing(entries);
  for (let sequence = first; sequence <= last; sequence++) {
    next.ring[sequence % entries] = before.ring[sequence % before.ring.length];
    next.sizes[sequence % entries] = before.sizes[sequence % before.ring.length] ?? 0;
  }
  return next;
}

function viewed<T>(entry: LogEntry | undefined, view: View<T>): T | undefined {
  return entry && view(entry);
}

/** The numbers of up to `limit` entries after a number; none where `to` is below `from`. */
function rangeAfter(sequence: number, limit: number, first: number, last: number): { from: number; to: number } {
  const from = Math.max(sequence + 1, first);
  return { from, to: Math.min(last, from + limit - 1) };
}

function viewsBetween<T>(at: EntryAt, from: number, to: number, view: View<T>): T[] {
  const views: T[] = [];
  for (let i = from; i <= to; i++) {
    const entry = at(i);
    if (entry) views.push(view(entry));
  }
  return views;
}

/** The number of the newest entry that is older than that moment; the one before the first where there is none. */
function lastBefore(at: EntryAt, moment: number, first: number, last: number): number {
  let sequence = last;
  while (sequence >= first && (at(sequence)?.at ?? 0) >= moment) sequence -= 1;
  return sequence;
}
