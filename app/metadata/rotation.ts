// When the credentials of an instance are renewed: each time its interval is over, and when somebody asks for it (imds.md 1.3).
import { wholeSeconds } from '../time.ts';
import type { Instance } from '../world/world.ts';

/** Which set it is, counted from 1, and its bounds in milliseconds since 1970, whole seconds. */
export type Rotation = { number: number; start: number; until: number };

type Rotating = Pick<Instance, 'createdAt' | 'rotation' | 'facts'>;

/** Which set there is at a moment in milliseconds; before the first one began, the first. */
export function rotationAt({ createdAt, rotation, facts }: Rotating, now: number): Rotation {
  const every = facts.credentialRotationSeconds * 1000;
  const { number, startedAt } = rotation ?? { number: 1, startedAt: wholeSeconds(createdAt) };
  const passed = Math.max(0, Math.floor((now - startedAt) / every));
  const start = startedAt + passed * every;
  return { number: number + passed, start, until: start + every };
}

/** The instance with its next set from now on. */
export function rotated(instance: Instance, now: number): Instance {
  const { number } = rotationAt(instance, now);
  return { ...instance, rotation: { number: number + 1, startedAt: wholeSeconds(now) } };
}

/** The instance as edited; where its interval is another one, with the set that it had, unless that is older than the interval. */
export function withSetKept(before: Instance, edited: Instance, now: number): Instance {
  if (before.facts.credentialRotationSeconds === edited.facts.credentialRotationSeconds) return edited;
  const { number, start } = rotationAt(before, now);
  const kept = { ...edited, rotation: { number, startedAt: start } };
  const isOver = rotationAt(kept, now).number > number;
  return isOver ? { ...kept, rotation: { number: number + 1, startedAt: wholeSeconds(now) } } : kept;
}
