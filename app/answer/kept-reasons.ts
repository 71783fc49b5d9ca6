// Reasons that are the same for all who ask in the same way: made once, since the log keeps thousands of entries with them.
import type { TokenFinding, Why } from './why.ts';

type Reasons<N, D> = (node: N, dialect: D, instance: string, token: TokenFinding) => Why;

/** Remembers with each node what was said of it last. A node belongs to one instance, so that needs no comparing. */
export function keepReasons<N extends { readonly path: string }, D>(
  sourceOf: (node: N, dialect: D) => Pick<Why, 'rule' | 'fact' | 'events' | 'override'>,
): Reasons<N, D> {
  const kept = new WeakMap<N, Why>();
  return (node, dialect, instance, token) => {
    const last = kept.get(node);
    if (last?.token === token) return last;
    const why = { instance, path: node.path, token, ...sourceOf(node, dialect) };
    kept.set(node, why);
    return why;
  };
}
