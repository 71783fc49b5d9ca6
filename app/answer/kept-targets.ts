// Targets that were asked for lately, and what they say: clients ask for the same few again and again.
import { putWithin } from '../bounded.ts';

const MAX_TARGETS = 2000;
/** Characters; longer ones are not worth keeping. */
const MAX_LENGTH = 256;

/** Reads a target as `read` does, which must depend on nothing else, and remembers a bounded number. */
export function keepTargets<T>(read: (target: string) => T): (target: string) => T {
  const kept = new Map<string, { said: T }>();
  return (target) => {
    const known = kept.get(target);
    if (known) return known.said;
    const said = read(target);
    if (target.length > MAX_LENGTH) return said;
    return putWithin(kept, MAX_TARGETS, target, { said }).said;
  };
}
