// The paths of the instance as a tree: what is below what, and how many of them were changed.
import type { MetadataItem } from '../../../app/contract/metadata.ts';

export type TreeNode = {
  path: string;
  /** The last name of the path. */
  name: string;
  /** What is known about the path itself; null for a directory. A directory that was made absent has it too. */
  item: MetadataItem | null;
  children: readonly TreeNode[];
  /** Changed paths at and below this one. */
  changed: number;
};

/** The top level in the order that the service lists it; what else there is comes after. */
const TOP_ORDER = ['meta-data', 'dynamic', 'user-data'];

type Draft = { path: string; item: MetadataItem | null; children: Map<string, Draft> };

export function buildTree(items: readonly MetadataItem[]): TreeNode[] {
  const root: Draft = { path: '', item: null, children: new Map() };
  for (const item of items) draftAt(root, item.path).item = item;
  return nodesOf(root).sort((a, b) => topRank(a) - topRank(b));
}

function draftAt(root: Draft, path: string): Draft {
  let here = root;
  for (const name of path.split('/')) {
    const next = here.children.get(name) ?? {
      path: here === root ? name : `${here.path}/${name}`,
      item: null,
      children: new Map<string, Draft>(),
    };
    here.children.set(name, next);
    here = next;
  }
  return here;
}

function nodesOf(draft: Draft): TreeNode[] {
  const names = [...draft.children].sort(([a], [b]) => (a < b ? -1 : 1));
  return names.map(([name, child]) => {
    const children = nodesOf(child);
    const below = children.reduce((sum, { changed }) => sum + changed, 0);
    return { path: child.path, name, item: child.item, children, changed: below + (child.item?.changed ? 1 : 0) };
  });
}

function topRank({ path }: TreeNode): number {
  const rank = TOP_ORDER.indexOf(path);
  return rank === -1 ? TOP_ORDER.length : rank;
}

export function isDirectory(node: TreeNode): boolean {
  return node.children.length > 0;
}

/** The node at a path; null where there is none. */
export function findNode(nodes: readonly TreeNode[], path: string): TreeNode | null {
  const node = nodes.find((one) => one.path === path || path.startsWith(`${one.path}/`));
  if (node === undefined) return null;
  return node.path === path ? node : findNode(node.children, path);
}

/** The directories above a path, from the top: `a`, `a/b` for `a/b/c`. */
export function ancestorsOf(path: string): string[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join('/'));
}
