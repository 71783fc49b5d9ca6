// The instances of a world: which one a client gets, which one has a name, and a world with one of them replaced.
import type { Instance, World } from './world.ts';

/** The instance that this client gets. */
export function instanceFor(given: World, client: string | null): Instance {
  const [first] = given.instances;
  if (!first) throw new Error('A world has at least one instance.');
  if (client === null || given.routing.length === 0) return first;
  const rule = given.routing.find((one) => one.clients.includes(client));
  return given.instances.find(({ name }) => name === rule?.instance) ?? first;
}

/** The instance of that name; the first one without a name; undefined where there is none of that name. */
export function instanceNamed(given: World, name: string | undefined): Instance | undefined {
  return name === undefined ? given.instances[0] : given.instances.find((one) => one.name === name);
}

/** The world with one instance replaced. */
export function withInstance(given: World, changed: Instance): World {
  const instances = given.instances.map((one) => (one.name === changed.name ? changed : one));
  return { ...given, instances };
}
