// The request log: a ring of as many entries as the settings say and 64 MiB, whichever comes first, with lines about events between them.
import { type EventLine, isEventLine, type LogItem } from '../../app/log/event-line.ts';
import { entryBytes, type LogEntry, type Process, writeOver } from '../../app/log/log-entry.ts';
import type { Happening } from '../../app/log/happenings.ts';
import { KEPT_REQUESTS } from '../../app/settings/kept-requests.ts';
import { createRate } from './rate.ts';
import { dropFirst, emptyRing, itemAt, joined, put, type Ring, sizeOf } from './ring.ts';

const MAX_BYTES = 64 * 1024 * 1024;

/** What is made of an item when it is read. The item itself is written over by a later request, so it must not be kept. */
type View<T> = (item: Readonly<LogItem>) => T;

/** What was cleared, for whoever may bring it back: so many requests, up to that number. */
type Cleared = { readonly count: number; readonly upTo: number; readonly held: Ring };

/** A bounded log. Its items can only be looked at, one at a time; who reads gets what it made of them. */
export type RequestLog = {
  /** Gives an entry the next sequence number and keeps it; the oldest go when the ring is full. */
  add: (entry: LogEntry) => void;
  /** The same for a line about an event. */
  addLine: (line: Happening) => void;
  /** What `view` makes of the request with that number; undefined where it is not there, or not any more. */
  read: <T>(sequence: number, view: (entry: Readonly<LogEntry>) => T) => T | undefined;
  /**
   * What `view` makes of up to `limit` items after that sequence number, oldest first; `next` is the number to go on
   * from, and `dropped` how many in between are no longer there.
   */
  after: <T>(sequence: number, limit: number, view: View<T>) => { items: T[]; next: number; dropped: number };
  /** All that is kept now, oldest first: these are not written over, so they can be read later. */
  held: () => readonly Readonly<LogItem>[];
  /** The sequence numbers of the oldest item that is kept and of the newest; 1 and 0 before there is any. */
  first: () => number;
  last: () => number;
  /** How many requests are kept, how many items can be, and how many requests there were in all. */
  size: () => number;
  limit: () => number;
  total: () => number;
  /** Keeps as many from now on; the newest stay, under their numbers. */
  resize: (entries: number) => void;
  /** How many requests made way for newer ones since all were forgotten last. */
  dropped: () => number;
  /** Requests of the last minute, whether or not they are kept. */
  lastMinute: (now: number) => number;
  /** Forgets all items up to that number, or all; the numbers go on. */
  clear: (upTo?: number) => Cleared;
  /** Brings back what was cleared, before what came since, as far as there is room for it. */
  restore: (cleared: Cleared) => void;
  /** Says which process a request is of, where it is still kept. */
  name: (sequence: number, process: Process) => void;
  revision: () => number;
};

export function createRequestLog(limits = { entries: KEPT_REQUESTS.usual, bytes: MAX_BYTES }): RequestLog {
  let ring = emptyRing(limits.entries, 0);
  let total = 0;
  let frozenUpTo = 0;
  let changes = 0;
  const rate = createRate();

  function keepWithin(): void {
    while (ring.bytes > limits.bytes && ring.first < ring.last) dropFirst(ring);
  }

  /** Written over the oldest, where it is a request that nobody holds: an object for each would be left to the collector just when it has grown old. */
  function reused(given: LogEntry): LogEntry {
    const oldest = sizeOf(ring) < ring.slots.length ? undefined : dropFirst(ring);
    if (!oldest || isEventLine(oldest) || oldest.sequence <= frozenUpTo) return given;
    return writeOver(oldest, given);
  }

  return {
    add(given) {
      put(ring, reused(given), entryBytes(given));
      keepWithin();
      total += 1;
      rate.note(given.at);
    },
    addLine(given) {
      if (sizeOf(ring) === ring.slots.length) dropFirst(ring);
      const line: EventLine = { ...given, sequence: 0 };
      put(ring, line, LINE_BYTES);
      keepWithin();
    },
    ...readingOf(() => ring),
    held() {
      frozenUpTo = ring.last;
      return viewsBetween(ring, ring.first, ring.last, (item) => item);
    },
    total: () => total,
    resize(entries) {
      if (entries !== ring.slots.length) ring = joined(emptyRing(0, ring.first - 1), ring, entries);
    },
    lastMinute: rate.lastMinute,
    clear(upTo = ring.last) {
      const { before, after } = parted(ring, Math.min(upTo, ring.last));
      ring = after;
      changes += 1;
      return { count: sizeOf(before) - before.lines, upTo: before.last, held: before };
    },
    restore({ held }) {
      // Where something made way since, there is no room for what is older.
      if (held.last + 1 !== ring.first) return;
      ring = joined(held, ring, ring.slots.length);
      keepWithin();
      changes += 1;
    },
    revision: () => ring.last + changes,
  };
}

type Reading = Pick<RequestLog, 'read' | 'after' | 'first' | 'last' | 'size' | 'limit' | 'dropped' | 'name'>;

/** What is read of the ring that there is at that moment, and said of a request in it. */
function readingOf(now: () => Ring): Reading {
  return {
    read(sequence, view) {
      const item = itemAt(now(), sequence);
      return item && !isEventLine(item) ? view(item) : undefined;
    },
    after(sequence, limit, view) {
      const ring = now();
      const { from, to } = rangeAfter(sequence, limit, ring);
      const gone = Math.max(0, Math.min(from, ring.last + 1) - sequence - 1);
      return { items: viewsBetween(ring, from, to, view), next: from <= to ? to : ring.last, dropped: gone };
    },
    first: () => now().first,
    last: () => now().last,
    size: () => sizeOf(now()) - now().lines,
    limit: () => now().slots.length,
    dropped: () => now().dropped,
    name(sequence, process) {
      const item = itemAt(now(), sequence);
      if (item && !isEventLine(item)) item.process = process;
    },
  };
}

/** About what a line about an event holds on to. */
const LINE_BYTES = 400;

/** The items up to a number, and those after it. */
function parted(ring: Ring, upTo: number): { before: Ring; after: Ring } {
  const entries = ring.slots.length;
  const before = joined(emptyRing(0, ring.first - 1), { ...ring, last: Math.max(upTo, ring.first - 1) }, entries);
  const after = joined(emptyRing(0, before.last), { ...ring, first: before.last + 1, dropped: 0 }, entries);
  return { before, after };
}

/** The numbers of up to `limit` items after a number; none where `to` is below `from`. */
function rangeAfter(sequence: number, limit: number, { first, last }: Ring): { from: number; to: number } {
  const from = Math.max(sequence + 1, first);
  return { from, to: Math.min(last, from + limit - 1) };
}

function viewsBetween<T>(ring: Ring, from: number, to: number, view: View<T>): T[] {
  const views: T[] = [];
  for (let sequence = from; sequence <= to; sequence++) {
    const item = itemAt(ring, sequence);
    if (item) views.push(view(item));
  }
  return views;
}
