// How far a client is said to be, for a client whose distance somebody sets: as far away as a container, or further.
import { clientAddress } from '../answer/request.ts';
import type { World } from './world.ts';

/** What is said of an address, 1 to 64; undefined where its distance is that of its connection. */
export function hopsSaid({ hops }: Pick<World, 'hops'>, address: string): number | undefined {
  return hops?.[address];
}

/** The world with other hops for a client; `null` takes away what was said. The world as it is where nothing changes. */
export function withHops(given: World, address: string, hops: number | null): World {
  const client = clientAddress(address);
  const { [client]: was, ...others } = given.hops ?? {};
  if ((was ?? null) === hops) return given;
  return { ...given, hops: hops === null ? others : { ...others, [client]: hops } };
}
