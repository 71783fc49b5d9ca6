// The door: which instance a request asks, once per request, by rules that are compiled with the world.
import { firstInstance, instanceNamed } from '../world/instances.ts';
import type { Instance, World } from '../world/world.ts';
import type { Request } from './request.ts';
import { type Arrival, compileRules, type RouteMatcher } from './route-rules.ts';

/**
 * The instance that a request asks, which came in on that port: the one that Metadeck's own names, else the one of the first
 * rule that fits, else the first.
 */
export function route(world: World, arrival: Arrival & Pick<Request, 'own'>, localPort: number): Instance {
  const { own } = arrival;
  const name = own ? own.instance : nameByRules(world, arrival, localPort);
  return (name === undefined ? undefined : instanceNamed(world, name)) ?? firstInstance(world);
}

/** Kept with the rules they were compiled from, which most edits leave as they are. */
const compiled = new WeakMap<World['routing'], RouteMatcher>();

function nameByRules({ routing }: World, arrival: Arrival, localPort: number): string | undefined {
  if (routing.length === 0) return undefined;
  const known = compiled.get(routing);
  if (known) return known(arrival, localPort);
  const rules = routing.flatMap(({ instance, clients }) =>
    clients.map((block) => ({ kind: 'address' as const, block, instance })),
  );
  const made = compileRules(rules);
  compiled.set(routing, made);
  return made(arrival, localPort);
}
