// The world and its facts as others may see them: without credentials that somebody gave.
import { maskedCredentials, masked } from '../log/mask.ts';
import type { Facts, ShownFacts } from '../metadata/facts/facts.ts';
import type { Overrides } from '../metadata/overrides.ts';
import { FRESH } from '../metadata/facts/credential-failures.ts';
import type { World } from '../world/world.ts';

/** The facts, the secrets of credentials given by hand masked. */
export function shownFacts(facts: Facts): ShownFacts {
  const { roleCredentials: given } = facts;
  if (given.kind !== 'given') return { ...facts, roleCredentials: given };
  const hidden = { secretAccessKey: masked(given.secretAccessKey), token: masked(given.token) };
  return { ...facts, roleCredentials: { ...given, ...hidden } };
}

/** A world to give away: with fresh credentials in place of those given by hand, and without overrides that hold some. */
export function exportedWorld(world: World): World {
  const instances = world.instances.map((instance) => {
    const isGiven = instance.facts.roleCredentials.kind === 'given';
    const facts = isGiven ? { ...instance.facts, roleCredentials: FRESH } : instance.facts;
    return { ...instance, facts, overrides: withoutSecrets(instance.overrides) };
  });
  return { ...world, instances };
}

function withoutSecrets(overrides: Overrides): Overrides {
  const kept = Object.entries(overrides).filter(
    ([path, override]) => !('value' in override) || maskedCredentials(path, override.value) === undefined,
  );
  return Object.fromEntries(kept);
}
