// What the events of an instance put on the wire together, for clients that may see some groups and not others.
import type { Event } from './schema.ts';
import type { Instance } from '../world/world.ts';
import { type Group, GROUPS } from './kinds.ts';
import { stands } from './event.ts';
import type { EventLeaf } from './leaf.ts';
import { lifecycleLeaves } from './lifecycle.ts';
import { maintenanceLeaves } from './maintenance.ts';
import { rebalanceLeaves } from './rebalance.ts';
import { spotLeaves } from './spot.ts';

export type Visible = Record<Group, boolean>;

export const GROUP_OF = {
  'spot-interruption': 'spot',
  'rebalance-recommendation': 'spot',
  maintenance: 'maintenance',
  lifecycle: 'lifecycle',
} as const satisfies Record<Event['kind'], Group>;

export function groupOf({ kind }: Pick<Event, 'kind'>): Group {
  return GROUP_OF[kind];
}

/** When what the event announces happens, in milliseconds since 1970 as on the wire; undefined where nothing does. */
export function actionTime(event: Event): number | undefined {
  if (event.kind === 'spot-interruption') return event.actionAt;
  return event.kind === 'maintenance' ? event.notBefore : undefined;
}

/** The events of a group that are on the wire at `now`. */
export function standing(instance: Instance, group: Group, now: number): Event[] {
  return instance.events.filter((event) => groupOf(event) === group && stands(event, now));
}

/** Every leaf that comes from events; both maintenance arrays are always there (imds.md 1.3). */
export function eventLeaves({ events }: Pick<Instance, 'events'>, visible: Visible, now: number): EventLeaf[] {
  const seen = events.filter((event) => visible[groupOf(event)]);
  const spot = seen.filter((event) => event.kind === 'spot-interruption').flatMap((event) => spotLeaves(event, now));
  const rebalance = seen
    .filter((event) => event.kind === 'rebalance-recommendation')
    .flatMap((event) => rebalanceLeaves(event, now));
  return [
    ...spot,
    ...rebalance,
    ...lifeCycleLeaf([...spot, ...rebalance]),
    ...maintenanceLeaves(
      seen.filter((event) => event.kind === 'maintenance'),
      now,
    ),
    ...lifecycleLeaves(
      seen.filter((event) => event.kind === 'lifecycle'),
      now,
    ),
  ];
}

export const LIFE_CYCLE_PATH = 'meta-data/instance-life-cycle';

/** Notices of this kind come to spot instances only, so while one stands the instance is one. */
function lifeCycleLeaf(notices: EventLeaf[]): EventLeaf[] {
  const because = notices[0]?.events[0];
  return because === undefined ? [] : [{ path: LIFE_CYCLE_PATH, body: 'spot', events: [], because }];
}

/** Until when what the events put on the wire stays the same: the next notice. */
export function wireHolds(instance: Instance, now: number): number {
  return earliestAfter(
    now,
    instance.events.filter((event) => !event.ending).map((event) => event.noticeAt - event.skippedMs),
  );
}

/** The next moment at which the phase of any event changes; Infinity when none will. */
export function nextPhaseChange(events: readonly Event[], now: number): number {
  const moments = events
    .filter((event) => !event.ending)
    .flatMap((event) => [event.noticeAt, actionTime(event) ?? event.noticeAt].map((at) => at - event.skippedMs));
  return earliestAfter(now, moments);
}

function earliestAfter(now: number, moments: number[]): number {
  return Math.min(Number.POSITIVE_INFINITY, ...moments.filter((at) => at > now));
}

export function forEachGroup<T>(make: (group: Group) => T): Record<Group, T> {
  const [spot, maintenance, lifecycle] = GROUPS;
  return { spot: make(spot), maintenance: make(maintenance), lifecycle: make(lifecycle) };
}
