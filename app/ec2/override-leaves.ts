// What overrides put on the wire, and what they take off it (behaviour.md, Edits).
import { maskedCredentials } from '../log/mask.ts';
import { USER_DATA_PATH } from '../metadata/catalog/moment.ts';
import type { Overrides } from '../metadata/overrides.ts';
import { ancestors, type Leaf, NO_EVENTS } from '../answer/node.ts';

export type OverrideLeaves = {
  leaves: readonly Leaf[];
  /** True where nothing but an override can stand: at one, above a value of one, or below one. */
  covers: (path: string) => boolean;
};

const NONE: OverrideLeaves = { leaves: [], covers: () => false };

/**
 * Overrides win: an absent one takes its path and everything below but other overrides; a value takes the place of what is
 * above or below. `lastModified` in milliseconds since 1970.
 */
export function overrideLeaves(overrides: Overrides, lastModified: number): OverrideLeaves {
  const inOrder = Object.entries(overrides).sort(([a], [b]) => (a < b ? -1 : 1));
  if (inOrder.length === 0) return NONE;
  const gone = new Set(inOrder.filter(([, override]) => 'absent' in override).map(([path]) => path));
  const own = new Map<string, Leaf>();
  for (const [path, override] of inOrder) {
    if ('absent' in override || ancestors(path).some((above) => own.has(above))) continue;
    own.set(path, ownLeaf(path, override.value, lastModified));
  }
  const above = new Set([...own.keys()].flatMap(ancestors));
  const covers = (path: string) =>
    above.has(path) || [path, ...ancestors(path)].some((one) => own.has(one) || gone.has(one));
  return { leaves: [...own.values()], covers };
}

function ownLeaf(path: string, body: string, lastModified: number): Leaf {
  const contentType = path === USER_DATA_PATH ? 'application/octet-stream' : 'text/plain';
  const leaf: Leaf = { path, body, contentType, source: 'override', events: NO_EVENTS, lastModified };
  const shown = maskedCredentials(path, body);
  return shown === undefined ? leaf : { ...leaf, shown };
}
