// Places are freed when the rule of their group changes, by an edit, by undo or by redo (behaviour.md, Who gets notices).
import { type Group, GROUPS } from '../../app/events/kinds.ts';
import { freePlaces } from '../../app/traffic/record.ts';
import type { Instance } from '../../app/world/world.ts';
import { instanceNamed } from '../../app/world/instances.ts';
import type { Context } from './context.ts';

/** What of a run these work on. */
type Used = Pick<Context, 'traffic' | 'world'>;

export function freeFor(context: Used, name: string, groups: readonly Group[]): void {
  freePlaces(context.traffic.traffic, name, groups);
  context.traffic.touch();
}

/** Frees the places of every group that has another rule now. */
export function freeWhereRulesDiffer(context: Used, before: Instance, after: Instance): void {
  const groups = GROUPS.filter((one) => JSON.stringify(before.audience[one]) !== JSON.stringify(after.audience[one]));
  if (groups.length > 0) freeFor(context, after.name, groups);
}

/** Steps through the world's history, and frees the places of the rules that change with the step. */
export function freeingPlaces(context: Used, step: () => unknown): void {
  const before = context.world.world().instances;
  step();
  for (const instance of before) {
    const after = instanceNamed(context.world.world(), instance.name);
    if (after) freeWhereRulesDiffer(context, instance, after);
  }
}
