// Who read which notice of which instance, first and last; bounded by about how many bytes that takes.
import { keyIn } from './key-in.ts';

/** `skippedMs` is how far the event had been moved on at the first reading. */
export type Sighting = { at: number; afterMs: number; skippedMs: number; times: number; lastAt: number };

type Readers = Map<string, Sighting>;

/** By instance and event, then by client; `bytes` is about what they take. */
export type Sightings = {
  readonly seen: Map<string, Readers>;
  bytes: number;
  /** The event that was looked at last, which is mostly the next one too. */
  latest?: { instance: string; event: string; readers: Readers } | undefined;
};

/** Room for 70 events in each of a thousand instances that have a client each, or for 220 events that a thousand clients have read. */
export const MAX_SIGHTING_BYTES = 32 * 1024 * 1024;
/** Clients of one event. */
export const MAX_READERS = 1000;
const EVENT_BYTES = 300;
const SIGHTING_BYTES = 150;

export function noSightings(): Sightings {
  return { seen: new Map(), bytes: 0 };
}

/** Those of one event, by client. */
export function sightingsOf(
  sightings: Sightings,
  instance: string,
  event: string,
): ReadonlyMap<string, Sighting> | undefined {
  const { latest } = sightings;
  if (latest?.event === event && latest.instance === instance) return latest.readers;
  const readers = sightings.seen.get(keyIn(instance, event));
  if (readers) sightings.latest = { instance, event, readers };
  return readers;
}

type Read = { instance: string; event: string; client: string; afterMs: number; skippedMs: number };

/** Notes that a client read a notice at `now`; the event that was first read longest ago makes room. */
export function noteSighting(
  sightings: Sightings,
  { instance, event, client, afterMs, skippedMs }: Read,
  now: number,
): void {
  const known = sightingsOf(sightings, instance, event);
  const earlier = known?.get(client);
  if (earlier) {
    earlier.times += 1;
    earlier.lastAt = now;
    return;
  }
  const clients = readersOf(sightings, keyIn(instance, event));
  clients.set(client, { at: now, afterMs, skippedMs, times: 1, lastAt: now });
  sightings.bytes += SIGHTING_BYTES;
  if (clients.size > MAX_READERS) dropReader(sightings, clients);
  while (sightings.bytes > MAX_SIGHTING_BYTES && sightings.seen.size > 1) dropEvent(sightings);
}

function readersOf(sightings: Sightings, key: string): Readers {
  const known = sightings.seen.get(key);
  if (known) return known;
  const made: Readers = new Map();
  sightings.seen.set(key, made);
  sightings.bytes += EVENT_BYTES;
  return made;
}

function dropReader(sightings: Sightings, clients: Readers): void {
  const oldest = clients.keys().next();
  if (!oldest.done) clients.delete(oldest.value);
  sightings.bytes -= SIGHTING_BYTES;
}

function dropEvent(sightings: Sightings): void {
  const oldest = sightings.seen.entries().next();
  if (oldest.done) return;
  const [key, clients] = oldest.value;
  sightings.seen.delete(key);
  sightings.latest = undefined;
  sightings.bytes -= EVENT_BYTES + clients.size * SIGHTING_BYTES;
}

/** Others in the place of those noted so far, which are answered. */
export function exchangeSightings(sightings: Sightings, others: Sightings): Sightings {
  const before = { seen: new Map(sightings.seen), bytes: sightings.bytes };
  sightings.seen.clear();
  for (const [key, clients] of others.seen) sightings.seen.set(key, clients);
  sightings.latest = undefined;
  sightings.bytes = others.bytes;
  return before;
}
