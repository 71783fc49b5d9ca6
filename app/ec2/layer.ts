// A layer of a site: values by path, and the directories that lead to them. Pages are made when they are first asked for, as most never are.
import type { Abilities } from '../abilities.ts';
import { ancestors, isPlainNode, type Leaf, type Node } from '../answer/node.ts';
import type { Page } from '../answer/page.ts';
import { type Body, servedBody } from '../metadata/signatures.ts';
import { contentPage } from './pages.ts';

/** How pages are made. `changedAt`, milliseconds since 1970, is what listings say as Last-Modified; `list` makes the body of one. */
type Making = { abilities: Abilities; changedAt: number; list: (directory: string) => string };

type WithoutToken = NonNullable<NonNullable<Leaf['credentials']>['withoutToken']>;

export type Layer = {
  readonly leaves: ReadonlyMap<string, Leaf>;
  readonly directories: ReadonlySet<string>;
  /** Those that were asked for. */
  readonly nodes: Map<string, Node>;
  readonly making: Making;
  /** What it takes in memory, by estimate. */
  bytes: number;
};

/** Measured: what a value takes beside its body, and what a page takes beside the two texts that are kept with it once it was sent. */
const LEAF_BYTES = 250;
const PAGE_BYTES = 1500;

export function createLayer(leaves: Layer['leaves'], directories: Layer['directories'], making: Making): Layer {
  let bytes = 0;
  for (const { body, credentials } of leaves.values()) {
    bytes += LEAF_BYTES + lengthOf(body) + (credentials?.withoutToken?.body.length ?? 0);
  }
  return { leaves, directories, nodes: new Map(), making, bytes };
}

/** Of a signature, the text that it is of. */
function lengthOf(body: Body): number {
  return typeof body === 'object' && 'form' in body ? body.text.length : body.length;
}

/** True where this layer has a value or a directory. */
export function has({ leaves, directories }: Layer, path: string): boolean {
  return leaves.has(path) || directories.has(path);
}

/** What is at a path, made when it is first asked for; undefined where this layer has nothing. */
export function nodeIn(layer: Layer, path: string): Node | undefined {
  return layer.nodes.get(path) ?? (has(layer, path) ? makeNode(layer, path) : undefined);
}

function makeNode(layer: Layer, path: string): Node {
  const { abilities, changedAt, list } = layer.making;
  const leaf = layer.leaves.get(path);
  const content = leaf
    ? { ...leaf, body: servedBody(abilities, leaf.body) }
    : { body: list(path), contentType: 'text/plain', lastModified: changedAt };
  const made = { path, leaf, isPlain: isPlainNode({ leaf }), page: contentPage(abilities, content) };
  const node = leaf?.credentials?.withoutToken ? withOther(abilities, made, leaf, leaf.credentials.withoutToken) : made;
  layer.nodes.set(path, node);
  for (const page of pagesOf(node)) layer.bytes += PAGE_BYTES + 2 * page.body.length;
  return node;
}

/** The node with the page that requests without a token get. */
function withOther(abilities: Abilities, node: Node, leaf: Leaf, { set, ...content }: WithoutToken): Node {
  return { ...node, withoutToken: { page: contentPage(abilities, { ...leaf, ...content }), set } };
}

function pagesOf({ page, withoutToken }: Node): Page[] {
  return withoutToken ? [page, withoutToken.page] : [page];
}

/** The directories of these paths, the version's own level among them: it is there even when nothing is in it. */
export function directoriesOf(paths: Iterable<string>): Set<string> {
  const directories = new Set(['']);
  for (const path of paths) {
    for (const directory of ancestors(path)) {
      if (directories.has(directory)) break;
      directories.add(directory);
    }
  }
  return directories;
}

/** The names right below a directory, each with whether it is a directory itself; `paths` are those of values. */
export function namesIn(directory: string, paths: Iterable<string>): Map<string, boolean> {
  const names = new Map<string, boolean>();
  const start = directory === '' ? '' : `${directory}/`;
  for (const path of paths) {
    if (!path.startsWith(start)) continue;
    const end = path.indexOf('/', start.length);
    names.set(end < 0 ? path.slice(start.length) : path.slice(start.length, end), end >= 0);
  }
  return names;
}
