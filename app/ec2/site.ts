// A site: an instance at a moment as some of its clients see it, compiled to a map from path to answer.
import { visibleFrom } from '../events/event.ts';
import { lastChanges } from '../events/last-change.ts';
import { eventLeaves, type Visible, wireHolds } from '../events/on-the-wire.ts';
import { catalogLeaves } from '../metadata/catalog/catalog.ts';
import type { Overrides } from '../metadata/overrides.ts';
import { type Body, DOCUMENT_PATH, servedBody, signedInstead } from '../metadata/signatures.ts';
import { isInVersion } from '../metadata/catalog/since.ts';
import { maskedCredentials } from '../log/mask.ts';
import type { Ports } from '../abilities.ts';
import { contentPage, listing, VERSION_LISTING } from './pages.ts';
import type { Page } from '../answer/page.ts';
import type { Instance } from '../world/world.ts';

type Source = 'fact' | 'computed' | 'override' | 'event';

/** A value that can be fetched. */
export type Leaf = {
  path: string;
  body: Body;
  /** The body with secrets masked, where it holds any. */
  shown?: string;
  contentType: string;
  source: Source;
  fact?: string;
  events: readonly string[];
  because?: string;
  lastModified: number;
};

export type Node = {
  /** Without slashes at its ends; empty for the version's own listing. */
  readonly path: string;
  /** Undefined for a directory. */
  readonly leaf: Leaf | undefined;
  readonly isVersionList?: true;
  readonly page: Page;
};

export type Site = {
  /** When it was compiled, and until when it holds (not including that moment). */
  readonly from: number;
  readonly until: number;
  /** `GET /`: the versions. */
  readonly root: Node;
  /** By canonical path, under `latest`. */
  readonly nodes: ReadonlyMap<string, Node>;
  /** The same under a version that there is: what it has of them. Compiled when it is first asked for. */
  readonly nodesIn: (version: string) => ReadonlyMap<string, Node>;
  /** The same by plain request targets that begin with `/latest/`: with and without a slash, nothing that needs decoding. */
  readonly direct: ReadonlyMap<string, Node>;
};

/** Compiles what clients see that may see these groups' notices. */
export function compileSite(ports: Ports, instance: Instance, visible: Visible, now: number): Site {
  const catalog = catalogLeaves(instance, now, ports);
  const leaves = new Map<string, Leaf>();
  for (const { until: _, ...leaf } of catalog) {
    leaves.set(leaf.path, { ...leaf, events: [], lastModified: leaf.lastModified ?? instance.changedAt });
  }
  for (const leaf of eventLeaves(instance, visible, now)) {
    const lastModified = Math.max(instance.changedAt, ...leaf.events.map((id) => shownFrom(instance, id)));
    leaves.set(leaf.path, { ...leaf, contentType: 'text/plain', source: 'event', lastModified });
  }
  for (const [path, at] of lastChanges(instance, visible, now)) {
    const leaf = leaves.get(path);
    if (leaf) leaf.lastModified = Math.max(leaf.lastModified, at);
  }
  applyOverrides(leaves, instance.overrides, instance.changedAt);
  signServedDocument(leaves);
  const nodes = nodesOf(ports, instance, leafNodes(ports, leaves));
  const nodesIn = versionsOf(ports, instance, nodes);
  const until = Math.min(wireHolds(instance, now), ...catalog.map((leaf) => leaf.until ?? Number.POSITIVE_INFINITY));
  return { from: now, until, root: rootOf(ports, instance), nodes, nodesIn, direct: directOf(nodes) };
}

function rootOf(ports: Ports, instance: Instance): Node {
  const content = { body: VERSION_LISTING, contentType: 'text/plain', lastModified: instance.changedAt };
  return { path: '', leaf: undefined, isVersionList: true, page: contentPage(ports, content) };
}

function shownFrom(instance: Instance, id: string): number {
  const event = instance.events.find((one) => one.id === id);
  return event ? visibleFrom(event) : instance.changedAt;
}

/** Overrides win: an absent one takes its path and everything below but other overrides; a value takes the place of what is above or below. */
function applyOverrides(leaves: Map<string, Leaf>, overrides: Overrides, lastModified: number): void {
  const inOrder = Object.entries(overrides).sort(([a], [b]) => (a < b ? -1 : 1));
  const gone = new Set(inOrder.filter(([, override]) => 'absent' in override).map(([path]) => path));
  const own = new Map<string, Leaf>();
  for (const [path, override] of inOrder) {
    if ('absent' in override || ancestors(path).some((above) => own.has(above))) continue;
    const leaf: Leaf = {
      path,
      body: override.value,
      contentType: 'text/plain',
      source: 'override',
      events: [],
      lastModified,
    };
    const shown = maskedCredentials(path, override.value);
    if (shown !== undefined) leaf.shown = shown;
    if (path === 'user-data') leaf.contentType = 'application/octet-stream';
    own.set(path, leaf);
  }
  const above = new Set([...own.keys()].flatMap(ancestors));
  for (const path of Array.from(leaves.keys())) {
    const hidden = [path, ...ancestors(path)];
    if (above.has(path) || hidden.some((one) => own.has(one) || gone.has(one))) leaves.delete(path);
  }
  for (const [path, leaf] of own) leaves.set(path, leaf);
}

/** Signatures are of the document that is served, also where that is one of somebody's own. */
function signServedDocument(leaves: Map<string, Leaf>): void {
  const document = leaves.get(DOCUMENT_PATH);
  if (document?.source !== 'override' || typeof document.body !== 'string') return;
  for (const [path, leaf] of leaves) leaves.set(path, { ...leaf, body: signedInstead(leaf.body, document.body) });
}

/** The directories above a path, the nearest first; not the version's own level. */
export function ancestors(path: string): string[] {
  const found: string[] = [];
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) found.push(path.slice(0, end));
  return found;
}

const KEY_PATH = 'meta-data/public-keys/0/openssh-key';

function leafNodes(ports: Ports, leaves: ReadonlyMap<string, Leaf>): Node[] {
  return [...leaves.values()].map((leaf) => lazyNode(ports, leaf.path, leaf, leaf));
}

/** The nodes of these values and of the directories that they are in. */
function nodesOf(ports: Ports, instance: Instance, values: readonly Node[]): Map<string, Node> {
  const nodes = new Map(values.map((node) => [node.path, node]));
  // `0=name` tells a client to fetch 0/openssh-key, so it is said only where that is there.
  const keyName = nodes.has(KEY_PATH) ? instance.facts.keyPair?.name : undefined;
  for (const [directory, entries] of directoriesOf(values.map(({ path }) => path))) {
    const list = [...entries].map(([name, isDirectory]) => ({ name, isDirectory }));
    const body = listing(directory, list, keyName);
    const content = { body, contentType: 'text/plain', lastModified: instance.changedAt };
    nodes.set(directory, lazyNode(ports, directory, undefined, content));
  }
  return nodes;
}

function versionsOf(ports: Ports, instance: Instance, latest: ReadonlyMap<string, Node>): Site['nodesIn'] {
  const compiled = new Map<string, ReadonlyMap<string, Node>>([['latest', latest]]);
  return (version) => {
    const known = compiled.get(version);
    if (known) return known;
    const values = [...latest.values()].filter(({ path, leaf }) => leaf && isInVersion(path, version));
    const nodes = nodesOf(ports, instance, values);
    compiled.set(version, nodes);
    return nodes;
  };
}

type Content = Pick<Leaf, 'body' | 'shown' | 'contentType' | 'lastModified'>;

/** A page is made when it is first asked for: most paths of most sites never are. */
function lazyNode(ports: Ports, path: string, leaf: Leaf | undefined, content: Content): Node {
  let page: Page | undefined;
  return {
    path,
    leaf,
    get page() {
      return (page ??= contentPage(ports, { ...content, body: servedBody(ports, content.body) }));
    },
  };
}

/** Every directory with the names in it, each true when it is a directory itself. */
function directoriesOf(paths: Iterable<string>): Map<string, Map<string, boolean>> {
  // The version's own level is there even when everything in it was made absent.
  const directories = new Map([['', new Map<string, boolean>()]]);
  for (const path of paths) {
    for (let child = path, isDirectory = false; child !== ''; isDirectory = true) {
      const cut = child.lastIndexOf('/');
      const parent = cut < 0 ? '' : child.slice(0, cut);
      const entries = directories.get(parent) ?? new Map<string, boolean>();
      directories.set(parent, entries.set(child.slice(cut + 1), isDirectory));
      child = parent;
    }
  }
  return directories;
}

function directOf(nodes: ReadonlyMap<string, Node>): Map<string, Node> {
  const direct = new Map<string, Node>();
  for (const [path, node] of nodes) {
    if (path === '' || /[%?#]/.test(path)) continue;
    direct.set(`/latest/${path}`, node).set(`/latest/${path}/`, node);
  }
  return direct;
}

export type SiteFinder = (instance: Instance, visible: Visible, now: number) => Site;

/** Sites are kept with the instance value they were compiled from, one for each combination of groups seen, while they hold. */
export function createSiteFinder(ports: Ports): SiteFinder {
  const kept = new WeakMap<Instance, (Site | undefined)[]>();
  return (instance, visible, now) => {
    const sites = kept.get(instance) ?? [];
    if (sites.length === 0) kept.set(instance, sites);
    const slot = slotOf(visible);
    const site = sites[slot];
    if (site && site.from <= now && now < site.until) return site;
    return (sites[slot] = compileSite(ports, instance, visible, now));
  };
}

function slotOf(visible: Visible): number {
  return (visible.spot ? 1 : 0) + (visible.maintenance ? 2 : 0) + (visible.lifecycle ? 4 : 0);
}
