// The rows of the tree that are shown: by what is open, what is searched for and what was changed.
import { isDirectory, type TreeNode } from '../paths/tree.ts';

export type TreeRow = {
  node: TreeNode;
  /** From 1 on. */
  level: number;
  /** Null for a leaf. */
  open: boolean | null;
  /** Position among its siblings that are shown, from 1 on, and how many those are. */
  position: number;
  siblings: number;
};

export type TreeView = {
  open: ReadonlySet<string>;
  /** Directories closed by hand while a search or a filter holds all others open. */
  folded: ReadonlySet<string>;
  search: string;
  onlyChanged: boolean;
  /** Paths that a client read; null when that does not matter. */
  onlyRead: ReadonlySet<string> | null;
};

export function isNarrowed(view: TreeView): boolean {
  return view.search.trim() !== '' || view.onlyChanged || view.onlyRead !== null;
}

export function visibleRows(nodes: readonly TreeNode[], view: TreeView): TreeRow[] {
  return isNarrowed(view) ? rowsOf(narrowed(nodes, view), view, 1) : rowsOf(nodes, view, 1);
}

function rowsOf(nodes: readonly TreeNode[], view: TreeView, level: number): TreeRow[] {
  return nodes.flatMap((node, index) => {
    const open = isDirectory(node) ? isOpen(node.path, view) : null;
    const row = { node, level, open, position: index + 1, siblings: nodes.length };
    return open === true ? [row, ...rowsOf(node.children, view, level + 1)] : [row];
  });
}

function isOpen(path: string, view: TreeView): boolean {
  return isNarrowed(view) ? !view.folded.has(path) : view.open.has(path);
}

/** What matches, with the directories above it. */
function narrowed(nodes: readonly TreeNode[], view: TreeView): TreeNode[] {
  return nodes.flatMap((node) => {
    const children = narrowed(node.children, view);
    if (children.length > 0) return [{ ...node, children }];
    return matches(node, view) ? [{ ...node, children: [] }] : [];
  });
}

function matches({ path, item }: TreeNode, view: TreeView): boolean {
  if (item === null) return false;
  if (view.onlyChanged && !item.changed) return false;
  if (view.onlyRead !== null && !view.onlyRead.has(path)) return false;
  const search = plain(view.search);
  return path.toLowerCase().includes(search) || isFoundInValue(item.value, search);
}

/** Values of several lines hold nearly everything, so only short ones count. */
function isFoundInValue(value: string | null, search: string): boolean {
  return value !== null && !value.includes('\n') && value.toLowerCase().includes(search);
}

/** As people paste it: with a slash in front, or with the version. */
function plain(search: string): string {
  return search
    .trim()
    .toLowerCase()
    .replace(/^\/?latest\//, '')
    .replace(/^\//, '');
}

/** The part of a row's name that the search found: where it begins and ends; null where it found nothing in the name. */
export function markIn(node: TreeNode, search: string): { from: number; to: number } | null {
  const wanted = plain(search);
  if (wanted === '') return null;
  const nameAt = node.path.length - node.name.length;
  const found = node.path.toLowerCase().lastIndexOf(wanted);
  const from = Math.max(found - nameAt, 0);
  const to = found + wanted.length - nameAt;
  return found === -1 || to <= from ? null : { from, to };
}
