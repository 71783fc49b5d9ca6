// The one way in which the world changes: as a step that can be undone, with the places that go by it.
import { isSameRule } from '../../app/events/audience.ts';
import { type Group, GROUPS } from '../../app/events/kinds.ts';
import { groupOf } from '../../app/events/on-the-wire.ts';
import { type KeptPlaces, keptPlaces, putPlaces } from '../../app/traffic/places.ts';
import { freePlaces } from '../../app/traffic/record.ts';
import { instanceNamed } from '../../app/world/instances.ts';
import type { Instance, World } from '../../app/world/world.ts';
import type { TrafficStore } from '../traffic-store.ts';
import type { WorldStore } from '../world-store.ts';
import type { History, TakeBack } from './history.ts';

/** What of a run this works on. */
export type Changing = { world: WorldStore; traffic: TrafficStore; history: History };

/** Puts another world in the place of this one, and nothing else does; the title says what undo would take back, in that instance if it was one. */
export function changeWorld(run: Changing, title: string, next: World, instance?: string): void {
  if (next !== run.world.world()) note(run, title, enterWorld(run, next, []), instance);
}

/** Notes what was done, in that instance if it was one. */
export function note({ world, history }: Changing, title: string, takeBack: TakeBack, instance?: string): void {
  const on = instance !== undefined && world.world().instances.length > 1 ? instance : null;
  history.did({ title, on, takeBack });
}

/** Enters a world, and puts back the places that were kept when it was left. */
export function enterWorld(run: Changing, next: World, places: readonly KeptPlaces[]): TakeBack {
  const before = run.world.world();
  const turned = turnsBetween(before, next);
  const left = turned.map(({ instance, group }) => keptPlaces(run.traffic.traffic, instance, group));
  run.world.put(next);
  for (const { instance, group, frees } of turned) if (frees) freePlaces(run.traffic.traffic, instance, [group]);
  for (const kept of places) putPlaces(run.traffic.traffic, kept);
  if (turned.some(({ frees }) => frees) || places.length > 0) run.traffic.touch();
  return () => enterWorld(run, before, left);
}

/** Frees the places of these groups. */
export function freeGroups(run: Pick<Changing, 'traffic'>, instance: string, groups: readonly Group[]): TakeBack {
  const { traffic, touch } = run.traffic;
  const restore = placesAgain(
    run,
    groups.map((group) => keptPlaces(traffic, instance, group)),
  );
  freePlaces(traffic, instance, groups);
  touch();
  return restore;
}

/** Puts places back as they were kept. */
export function placesAgain(run: Pick<Changing, 'traffic'>, places: readonly KeptPlaces[]): TakeBack {
  return () => {
    const { traffic, touch } = run.traffic;
    const now = places.map(({ instance, group }) => keptPlaces(traffic, instance, group));
    for (const kept of places) putPlaces(traffic, kept);
    touch();
    return placesAgain(run, now);
  };
}

type Turn = { instance: string; group: Group; frees: boolean };

/** Where who holds a place turns with the world: another rule or the end of the last event frees places; the first event finds them as they are. */
function turnsBetween(before: World, after: World): Turn[] {
  return before.instances.flatMap((was) => {
    const is = instanceNamed(after, was.name);
    return is && is !== was ? GROUPS.flatMap((group) => turnOf(was, is, group)) : [];
  });
}

function turnOf(was: Instance, is: Instance, group: Group): Turn[] {
  const isOtherRule = !isSameRule(was.audience[group], is.audience[group]);
  const [had, has] = [hasUnfinished(was, group), hasUnfinished(is, group)];
  return isOtherRule || had !== has ? [{ instance: is.name, group, frees: isOtherRule || !has }] : [];
}

function hasUnfinished({ events }: Instance, group: Group): boolean {
  return events.some((event) => !event.ending && groupOf(event) === group);
}
