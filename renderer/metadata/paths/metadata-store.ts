// What the Metadata screen holds: the paths as the server told them last, and how somebody looks at them.
import { create } from 'zustand';
import type { PathChange } from '../../../app/contract/answers.ts';
import type { FactChoices, MetadataItem } from '../../../app/contract/metadata.ts';
import { fragmentFor } from '../../stores/fragment.ts';
import { useView } from '../../stores/view.ts';
import { ancestorsOf, buildTree, findNode, type TreeNode } from './tree.ts';

const FIRST_SELECTED = 'meta-data/instance-id';
const FIRST_OPEN = ['meta-data', 'meta-data/placement', 'meta-data/tags', 'meta-data/tags/instance'];

type Metadata = {
  /** Null until the first answer. */
  items: MetadataItem[] | null;
  tree: TreeNode[];
  selected: string;
  open: ReadonlySet<string>;
  folded: ReadonlySet<string>;
  search: string;
  onlyChanged: boolean;
  onlyRead: boolean;
  /** What the last edit of a path changed, until another path is edited. */
  lastEdit: { path: string; changed: PathChange[] } | null;
  /** What AWS has of what a fact can be; null until somebody looks at such a fact. */
  choices: FactChoices | null;
};

export const useMetadata = create<Metadata>()(() => ({
  items: null,
  tree: [],
  selected: FIRST_SELECTED,
  open: new Set(FIRST_OPEN),
  folded: new Set(),
  search: '',
  onlyChanged: false,
  onlyRead: false,
  lastEdit: null,
  choices: null,
}));

/** Shows what the server told; a path that is gone gives way to the nearest one above it. */
export function tookMetadata(items: MetadataItem[]): void {
  const tree = buildTree(items);
  const { selected } = useMetadata.getState();
  useMetadata.setState({ items, tree, selected: nearestPath(tree, selected) });
}

/** The path itself; where it is gone, the directory that it was in. */
function nearestPath(tree: TreeNode[], path: string): string {
  const above = ancestorsOf(path).reverse();
  return [path, ...above].find((one) => findNode(tree, one) !== null) ?? tree[0]?.path ?? path;
}

/** Selects a path; the address says which, so that a reload comes back to it. */
export function selectPath(path: string): void {
  if (useView.getState().subject !== path) {
    history.replaceState(null, '', fragmentFor('metadata', path));
    useView.setState({ subject: path });
  }
  useMetadata.setState({ selected: path });
}

/** Selects a path and opens what is above it; a search that hides it is dropped. */
export function revealPath(path: string): void {
  useMetadata.setState(({ open }) => ({ open: new Set([...open, ...ancestorsOf(path)]) }));
  selectPath(path);
}

/** Shows everything again, for a path that a search or a filter may hide. */
export function showAll(): void {
  useMetadata.setState({ search: '', onlyChanged: false, onlyRead: false, folded: new Set() });
}

export function toggleDirectory(path: string, narrowed: boolean): void {
  useMetadata.setState(({ open, folded }) =>
    narrowed ? { folded: toggled(folded, path) } : { open: toggled(open, path) },
  );
}

export function setSearch(search: string): void {
  useMetadata.setState({ search, folded: new Set() });
}

export function toggleOnlyChanged(): void {
  useMetadata.setState(({ onlyChanged }) => ({ onlyChanged: !onlyChanged, folded: new Set() }));
}

export function toggleOnlyRead(): void {
  useMetadata.setState(({ onlyRead }) => ({ onlyRead: !onlyRead, folded: new Set() }));
}

function toggled(set: ReadonlySet<string>, one: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(one)) next.add(one);
  return next;
}
