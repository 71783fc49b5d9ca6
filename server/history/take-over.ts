// Another world in the place of the whole one: nobody has seen its events yet, nor holds its places.
import { exchangeSightings, noSightings, type Sightings } from '../../app/traffic/sightings.ts';
import type { PlacesByGroup, Traffic } from '../../app/traffic/traffic.ts';
import type { World } from '../../app/world/world.ts';
import { type Changing, enterWorld, note } from './change-world.ts';
import type { TakeBack } from './history.ts';
import { telling, together } from './take-back.ts';

/** Under a title for undo, which brings back who had seen and held what. */
export function takeOver(run: Changing, title: string, next: World): void {
  const { traffic, touch } = run.traffic;
  const entered = enterWorld(run, next, []);
  const emptied = seenAndHeld(traffic, noSightings(), new Map());
  touch();
  note(run, title, telling(together(entered, emptied), touch));
}

function seenAndHeld(traffic: Traffic, sightings: Sightings, places: ReadonlyMap<string, PlacesByGroup>): TakeBack {
  const seen = exchangeSightings(traffic.sightings, sightings);
  const held = new Map(traffic.places);
  traffic.places.clear();
  for (const [instance, ofGroups] of places) traffic.places.set(instance, ofGroups);
  return () => seenAndHeld(traffic, seen, held);
}
