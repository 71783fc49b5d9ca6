// Finds an event by its id in whichever instance it is, without going through them all.
import type { Event } from '../events/schema.ts';
import type { Instance, World } from './world.ts';

type Held = { instance: Instance; event: Event };

/** By id, then by the name of the instance. */
type EventIndex = ReadonlyMap<string, ReadonlyMap<string, Held>>;

/** Kept with the list of instances, which each change to an event replaces. */
const indexes = new WeakMap<World['instances'], EventIndex>();

/** The event with that id, in the instance of that name; without a name, in the first instance that has it. */
export function findEvent({ instances }: World, id: string, name?: string): Held | undefined {
  const held = indexOf(instances).get(id);
  return name === undefined ? held?.values().next().value : held?.get(name);
}

function indexOf(instances: World['instances']): EventIndex {
  const known = indexes.get(instances);
  if (known) return known;
  const made = new Map<string, Map<string, Held>>();
  for (const instance of instances) for (const event of instance.events) putInto(made, { instance, event });
  indexes.set(instances, made);
  return made;
}

function putInto(index: Map<string, Map<string, Held>>, held: Held): void {
  const { instance, event } = held;
  const known = index.get(event.id);
  if (known) known.set(instance.name, held);
  else index.set(event.id, new Map([[instance.name, held]]));
}
