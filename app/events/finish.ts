// Ending events, and moving them on: cancel, complete, withdraw, skip (behaviour.md, Events).
import { done, failed, type Result } from '../result.ts';
import { LAST_MOMENT } from '../time.ts';
import type { Event } from './schema.ts';
import type { Instance } from '../world/world.ts';
import { isConfigured, stands, visibleFrom } from './event.ts';
import { actionTime } from './on-the-wire.ts';

/** Ended events that are kept. */
export const MAX_FINISHED = 100;

/** The event with an ending, if it has none yet. */
export function end<E extends Event>(event: E, kind: 'cancelled' | 'completed', now: number): E {
  return event.ending ? event : { ...event, ending: { kind, at: now } };
}

/** Ends one event; refused when it is not there or has ended already. */
export function finish(
  instance: Instance,
  id: string,
  kind: 'cancelled' | 'completed',
  now: number,
): Result<{ instance: Instance; event: Event }> {
  const found = unfinishedEvent(instance, id);
  if (!found.ok) return found;
  const event = found.data;
  const ended = end(event, kind, now);
  const events = instance.events.map((one) => (one === event ? ended : one));
  return done({ instance: keepRecent({ ...instance, events }), event: ended });
}

/** Takes one event out, ended or not, as if it had never been. */
export function withdraw(instance: Instance, id: string): Result<{ instance: Instance; event: Event }> {
  const event = instance.events.find((one) => one.id === id);
  if (!event) return unknown(id);
  return done({ instance: { ...instance, events: instance.events.filter((one) => one !== event) }, event });
}

function unknown(id: string): Result<never> {
  return failed('NOT_FOUND', `There is no event ${id}; GET /v1/events lists those there are.`);
}

/** Without the oldest of the ended events, where more than a hundred have ended. */
export function keepRecent(instance: Instance): Instance {
  const ended = instance.events.filter((one) => one.ending);
  if (ended.length <= MAX_FINISHED) return instance;
  const dropped = new Set(
    [...ended].sort((a, b) => (a.ending?.at ?? 0) - (b.ending?.at ?? 0)).slice(0, ended.length - MAX_FINISHED),
  );
  return { ...instance, events: instance.events.filter((one) => !dropped.has(one)) };
}

/**
 * Ends as completed what should have happened while nobody was there: for a world that is opened again. What AEMM's
 * settings ask for never ends by itself.
 */
export function completePast(instance: Instance, now: number): Instance {
  const events = instance.events.map((one) => {
    const at = actionTime(one);
    return at !== undefined && !isConfigured(one) && now + one.skippedMs >= at ? end(one, 'completed', now) : one;
  });
  return keepRecent({ ...instance, events });
}

/** Which events of an instance move on: every unfinished one, or one alone. */
type Moved = (event: Event) => boolean;

/** Moves unfinished events on by that many milliseconds. The times on the wire stay. */
export function skipBy(instance: Instance, ms: number, now: number, moved: Moved = all): Instance {
  const events = instance.events.map((event) => (moved(event) ? moveOn(event, ms, now) : event));
  return { ...instance, events };
}

function all(): boolean {
  return true;
}

/** The one event that is to move on alone; refused when it is not there or has ended already. */
export function unfinishedEvent(instance: Instance, id: string): Result<Event> {
  const event = instance.events.find((one) => one.id === id);
  if (!event) return unknown(id);
  return event.ending ? failed('CONFLICT', `The event ${id} is ${event.ending.kind} already.`) : done(event);
}

function moveOn(event: Event, ms: number, now: number): Event {
  if (event.ending) return event;
  const moved = { ...event, skippedMs: Math.min(event.skippedMs + ms, LAST_MOMENT) };
  if (stands(event, now)) return { ...moved, shownAt: visibleFrom(event) };
  return stands(moved, now) ? { ...moved, shownAt: now } : moved;
}

/** How far it is to the next notice, or to the next action, of any unfinished event that moves; undefined where none is ahead. */
function distanceTo(instance: Instance, to: 'notice' | 'action', now: number, moved: Moved): number | undefined {
  const ahead = instance.events
    .filter((event) => !event.ending && moved(event))
    .map((event) => (to === 'notice' ? event.noticeAt : (actionTime(event) ?? 0)) - event.skippedMs - now)
    .filter((distance) => distance > 0);
  return ahead.length === 0 ? undefined : Math.min(...ahead);
}

/** Skips to the next notice or action of any event that moves. */
export function skipTo(instance: Instance, to: 'notice' | 'action', now: number, moved: Moved = all): Result<Instance> {
  const distance = distanceTo(instance, to, now, moved);
  if (distance === undefined)
    return failed('CONFLICT', `No ${to} is ahead, so there is nothing to skip to; fire an event first.`);
  return done(skipBy(instance, Math.ceil(distance), now, moved));
}
