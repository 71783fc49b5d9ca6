// A configuration file as it was read: keys within keys, or flat, each leaf under its whole key in small letters.

/** What a leaf can be. */
export type Leaf = string | number | boolean | null | readonly unknown[];

/** `metadata.values.iam-info.code` to its value; keys have no case. */
export type FlatConfig = ReadonlyMap<string, Leaf>;

/** Every leaf of a tree. A key with dots in it is the same as keys within keys. */
export function flatten(tree: object): Map<string, Leaf> {
  const flat = new Map<string, Leaf>();
  addLeaves(flat, '', tree);
  return flat;
}

function addLeaves(flat: Map<string, Leaf>, prefix: string, tree: object): void {
  for (const [name, value] of Object.entries(tree)) {
    const key = `${prefix}${name.toLowerCase()}`;
    if (isTree(value)) addLeaves(flat, `${key}.`, value);
    else flat.set(key, leafOf(value));
  }
}

export function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function leafOf(value: unknown): Leaf {
  if (value instanceof Date) return value.toISOString().replace('.000', '');
  if (typeof value === 'bigint') return String(value);
  if (isList(value)) return value;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** A tree out of leaves, each at its path. */
export function treeOf(leaves: Iterable<readonly [path: readonly string[], value: unknown]>): Record<string, unknown> {
  const tree: Record<string, unknown> = {};
  for (const [path, value] of leaves) setLeaf(tree, path, value);
  return tree;
}

function setLeaf(tree: Record<string, unknown>, [first = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    define(tree, first, value);
    return;
  }
  if (!Object.hasOwn(tree, first) || !isTree(tree[first])) define(tree, first, {});
  const below = tree[first];
  if (isTree(below)) setLeaf(below, rest, value);
}

/** As a property of its own, whatever its name is. */
function define(tree: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(tree, name, { value, enumerable: true, configurable: true, writable: true });
}
