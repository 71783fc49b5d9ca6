// Why a path that only events fill is empty: none is under way, one is not yet due, or one stands that this client does not see.
import type { Why } from '../answer/why.ts';
import type { Instance } from '../world/world.ts';
import { stands } from './event.ts';
import type { Event } from './schema.ts';

/** The events that fill a path: those of a kind, or only some of them. */
export type Filling = { kind: Event['kind']; only?: (event: Event) => boolean };

const SPOT: Filling = { kind: 'spot-interruption' };
const REBALANCE: Filling = { kind: 'rebalance-recommendation' };
const LIFECYCLE: Filling = { kind: 'lifecycle' };

/** What is there only while such an event stands: notices, and the directories above them that hold nothing else. */
const FILLED_BY: ReadonlyMap<string, Filling> = new Map([
  ['meta-data/spot', SPOT],
  ['meta-data/spot/instance-action', SPOT],
  ['meta-data/spot/termination-time', { ...SPOT, only: terminates }],
  ['meta-data/events/recommendations', REBALANCE],
  ['meta-data/events/recommendations/rebalance', REBALANCE],
  ['meta-data/autoscaling', LIFECYCLE],
  ['meta-data/autoscaling/target-lifecycle-state', LIFECYCLE],
]);

function terminates(event: Event): boolean {
  return event.kind === 'spot-interruption' && event.action === 'terminate';
}

/** What fills this path of the real service; undefined where something stands without an event, or nothing ever does. */
export function fillingOf(path: string): Filling | undefined {
  return FILLED_BY.get(path);
}

const NOTHING_NOW: Pick<Why, 'rule'> = { rule: 'no-event' };

/** Why who asks at `now` sees none of the events that would fill a path (imds.md 3). */
export function absenceOf({ events }: Being, { kind, only }: Filling, now: number): Pick<Why, 'rule' | 'events'> {
  if (events.length === 0) return NOTHING_NOW;
  const unfinished = events.filter((event) => event.kind === kind && !event.ending);
  const filling = only ? unfinished.filter(only) : unfinished;
  const standing = filling.filter((event) => stands(event, now));
  if (standing.length > 0) return { rule: 'no-place', events: idsOf(standing) };
  if (filling.length > 0) return { rule: 'not-due', events: idsOf(filling) };
  return unfinished.length === 0 ? NOTHING_NOW : { rule: 'no-event', events: idsOf(unfinished) };
}

type Being = Pick<Instance, 'events'>;

function idsOf(events: readonly Event[]): string[] {
  return events.map(({ id }) => id);
}
