// When the coming and going of events changed a path last: what Last-Modified says where a value outlives the event (imds.md 2.4).
import type { Event } from './schema.ts';
import type { Instance } from '../world/world.ts';
import type { Group } from './kinds.ts';
import { visibleFrom } from './event.ts';
import { LIFECYCLE_PATH } from './lifecycle.ts';
import { HISTORY_PATH, SCHEDULED_PATH } from './maintenance.ts';
import { groupOf, LIFE_CYCLE_PATH, type Visible } from './on-the-wire.ts';

/** Paths that have a value with and without an event, and the events that change it. */
const FOLLOWS: ReadonlyMap<string, Group> = new Map([
  [LIFE_CYCLE_PATH, 'spot'],
  [SCHEDULED_PATH, 'maintenance'],
  [HISTORY_PATH, 'maintenance'],
  [LIFECYCLE_PATH, 'lifecycle'],
] as const);

/** Each such path with the moment (milliseconds since 1970) at which an event changed it last, where one did. */
export function lastChanges(instance: Instance, visible: Visible, now: number): [string, number][] {
  if (instance.events.length === 0) return [];
  return [...FOLLOWS].flatMap(([path, group]) => {
    // A notice says nothing new about an instance that is a spot instance anyway.
    const isSo = path === LIFE_CYCLE_PATH && instance.facts.lifeCycle === 'spot';
    const events = visible[group] && !isSo ? instance.events.filter((event) => groupOf(event) === group) : [];
    const moments = events.flatMap((event) => momentsOf(event, now));
    return moments.length === 0 ? [] : [[path, Math.max(...moments)] as [string, number]];
  });
}

/** When it became visible and when it ended, as far as that has happened; an event that ended before its notice changed nothing. */
function momentsOf(event: Event, now: number): number[] {
  const shown = visibleFrom(event);
  const ended = event.ending?.at;
  if (shown > (ended ?? now)) return [];
  return ended === undefined ? [shown] : [shown, ended];
}
