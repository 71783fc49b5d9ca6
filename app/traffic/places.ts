// Places as people change them: kept and put back, and whose place goes to who is given one (docs/decisions.md, 13).
import type { Group } from '../events/kinds.ts';
import { groupOf } from '../events/on-the-wire.ts';
import type { Instance } from '../world/world.ts';
import { ownPlaces } from './record.ts';
import { sightingsOf } from './sightings.ts';
import { placesOf, type Traffic } from './traffic.ts';

/** The places of one group at one moment: clients and since when, in the order of their places, and who came too late. */
export type KeptPlaces = {
  instance: string;
  group: Group;
  holders: ReadonlyMap<string, number>;
  late: ReadonlyMap<string, number>;
};

export function keptPlaces(traffic: Traffic, instance: string, group: Group): KeptPlaces {
  const { holders, late } = placesOf(traffic, instance);
  return { instance, group, holders: holders[group], late: new Map(late[group]) };
}

/** The places of that group become those that were kept. */
export function putPlaces(traffic: Traffic, { instance, group, holders, late }: KeptPlaces): void {
  const places = ownPlaces(traffic, instance);
  places.holders[group] = holders;
  places.late[group].clear();
  for (const [client, at] of late) places.late[group].set(client, at);
}

/**
 * Whose place goes to the next client that is given one: of those who have read no notice that is under way, else of all,
 * the one that was taken first. Undefined while a place is free, and where places are not counted.
 */
export function nextToYield(traffic: Traffic, instance: Instance, group: Group): string | undefined {
  const rule = instance.audience[group];
  const holders = [...placesOf(traffic, instance.name).holders[group].keys()];
  if (rule.kind !== 'first' || holders.length < rule.count) return undefined;
  const underWay = instance.events.filter((event) => !event.ending && groupOf(event) === group);
  const hasRead = (client: string) =>
    underWay.some(({ id }) => sightingsOf(traffic.sightings, instance.name, id)?.has(client));
  return holders.find((client) => !hasRead(client)) ?? holders[0];
}
