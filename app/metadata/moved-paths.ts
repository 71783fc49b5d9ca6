// Directories and files that facts name: when the fact changes, what was overridden there moves along.
import { INTERFACE_PATH } from './catalog/network.ts';
import type { Facts } from './facts/facts.ts';
import { isAtOrBelow } from './override-rules.ts';
import type { Overrides } from './overrides.ts';

const ROLES = 'meta-data/iam/security-credentials';

type Move = { from: string; to: string };

/** The paths that are named otherwise by the new facts. */
function movesBetween(before: Facts, after: Facts): Move[] {
  return [...renamedInterfaces(before, after), ...renamedRole(before, after)].filter(({ from, to }) => from !== to);
}

/** Interfaces are the same when they are in the same place; one whose address lives on has not been renamed. */
function renamedInterfaces(before: Facts, after: Facts): Move[] {
  const kept = new Set(after.interfaces.map(({ mac }) => mac));
  return before.interfaces.flatMap(({ mac }, index) => {
    const renamed = after.interfaces[index]?.mac;
    if (renamed === undefined || kept.has(mac)) return [];
    return [{ from: INTERFACE_PATH.replace('{mac}', mac), to: INTERFACE_PATH.replace('{mac}', renamed) }];
  });
}

function renamedRole({ instanceProfile: before }: Facts, { instanceProfile: after }: Facts): Move[] {
  return before && after ? [{ from: `${ROLES}/${before.roleName}`, to: `${ROLES}/${after.roleName}` }] : [];
}

/** The overrides, those below a renamed path under its new name. */
export function movedOverrides(overrides: Overrides, before: Facts, after: Facts): Overrides {
  const moves = movesBetween(before, after);
  if (moves.length === 0) return overrides;
  const moved = (path: string) => {
    const move = moves.find(({ from }) => isAtOrBelow(path, from));
    return move ? move.to + path.slice(move.from.length) : path;
  };
  return Object.fromEntries(Object.entries(overrides).map(([path, override]) => [moved(path), override]));
}
