// The ring behind the log: items under rising numbers, in as many slots as may be kept. Which it still holds, who has it knows.
import { isEventLine, type LogItem } from '../../app/log/event-line.ts';

export type Ring = {
  /** An item stands in the slot of its number. */
  readonly slots: (LogItem | undefined)[];
  /** Beside the items, so that dropping one need not go through what it holds. */
  readonly sizes: Uint32Array;
  /** The numbers of the oldest and the newest that it holds; none where the first is above the last. */
  first: number;
  last: number;
  bytes: number;
  /** How many of them are about events. */
  lines: number;
  /** Requests that made way for newer ones. */
  dropped: number;
};

/** `last` is the number before that of the next item. */
export function emptyRing(entries: number, last: number): Ring {
  return {
    slots: Array.from({ length: entries }),
    sizes: new Uint32Array(entries),
    first: last + 1,
    last,
    bytes: 0,
    lines: 0,
    dropped: 0,
  };
}

export function itemAt({ slots, first, last }: Ring, sequence: number): LogItem | undefined {
  return sequence < first || sequence > last ? undefined : slots[sequence % slots.length];
}

export function sizeOf({ first, last }: Ring): number {
  return last - first + 1;
}

/** Puts an item of so many bytes under the next number; its slot has to be free. */
export function put(ring: Ring, item: LogItem, bytes: number): void {
  ring.last += 1;
  item.sequence = ring.last;
  const slot = ring.last % ring.slots.length;
  ring.slots[slot] = item;
  ring.sizes[slot] = bytes;
  ring.bytes += bytes;
  if (isEventLine(item)) ring.lines += 1;
}

/** Lets go of the oldest. */
export function dropFirst(ring: Ring): LogItem | undefined {
  const slot = ring.first % ring.slots.length;
  const item = ring.slots[slot];
  ring.bytes -= ring.sizes[slot] ?? 0;
  ring.slots[slot] = undefined;
  ring.first += 1;
  if (item && isEventLine(item)) ring.lines -= 1;
  else ring.dropped += 1;
  return item;
}

/** What two rings hold, one after the other, in a ring of that many entries: under their numbers, the newest where it is too much. */
export function joined(older: Ring, newer: Ring, entries: number): Ring {
  const ring = { ...emptyRing(entries, newer.last), dropped: older.dropped + newer.dropped };
  ring.first = Math.max(Math.min(older.first, newer.first), newer.last - entries + 1);
  for (const part of [older, newer]) {
    for (let sequence = part.first; sequence <= part.last; sequence++) place(ring, part, sequence);
  }
  return ring;
}

function place(ring: Ring, from: Ring, sequence: number): void {
  const item = itemAt(from, sequence);
  const line = item !== undefined && isEventLine(item);
  if (sequence < ring.first) {
    ring.dropped += line ? 0 : 1;
    return;
  }
  const slot = sequence % ring.slots.length;
  const bytes = from.sizes[sequence % from.slots.length] ?? 0;
  ring.slots[slot] = item;
  ring.sizes[slot] = bytes;
  ring.bytes += bytes;
  ring.lines += line ? 1 : 0;
}
