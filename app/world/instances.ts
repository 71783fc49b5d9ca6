// The instances of a world: the first, which one has a name, and a world with one of them replaced.
import type { Instance, World } from './world.ts';

/** The one that is meant where none is named. */
export function firstInstance({ instances }: World): Instance {
  const [first] = instances;
  if (!first) throw new Error('A world has at least one instance.');
  return first;
}

/** Kept with the list, which each edit replaces. */
const byName = new WeakMap<World['instances'], ReadonlyMap<string, Instance>>();

/** The instance of that name; the first one without a name; undefined where there is none of that name. */
export function instanceNamed(given: World, name: string | undefined): Instance | undefined {
  return name === undefined ? firstInstance(given) : named(given).get(name);
}

function named({ instances }: World): ReadonlyMap<string, Instance> {
  const known = byName.get(instances);
  if (known) return known;
  const made = new Map(instances.map((one) => [one.name, one]));
  byName.set(instances, made);
  return made;
}

/** The world with one instance replaced. */
export function withInstance(given: World, changed: Instance): World {
  const instances = given.instances.map((one) => (one.name === changed.name ? changed : one));
  return { ...given, instances };
}
