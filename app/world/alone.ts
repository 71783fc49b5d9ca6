// Instances of which a world holds one at the most, since the ids of their events are the same in each.
import { dialectOf } from '../answer/dialects.ts';
import type { Instance } from './world.ts';

/** Why an instance can't stand beside these others, in a sentence; undefined where it can. */
export function aloneProblem(others: readonly Instance[], instance: Instance): string | undefined {
  const { profile } = instance;
  if (!dialectOf(instance).isAlone || others.every((other) => other.profile !== profile)) return undefined;
  return `One instance of the profile ${profile} is all that a world can hold, since the ids of its events would be the same in two.`;
}
