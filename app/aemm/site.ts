// What a run of AEMM serves: a map from path to value, notice or listing. What a notice says is worked out when it is asked for.
import { maskedCredentials } from '../log/mask.ts';
import { servedBody } from '../metadata/signatures.ts';
import type { Abilities } from '../abilities.ts';
import { ancestors, isPlainNode, type Leaf, type Node, type NoticeRoute } from '../answer/node.ts';
import { contentPage, listing, type Names } from './pages.ts';
import type { Page } from '../answer/page.ts';
import type { Instance } from '../world/world.ts';
import { type AemmRun, noticeAt, runOf } from './notices.ts';
import { noticeRoutes } from './routes.ts';
import { TEXT, valueLeaves } from './values.ts';

export type AemmSite = { readonly run: AemmRun; readonly nodes: ReadonlyMap<string, Node> };

export function compileAemm(abilities: Abilities, instance: Instance): AemmSite {
  const run = runOf(instance);
  const leaves = new Map(valueLeaves(abilities, run.settings, instance).map((leaf) => [leaf.path, leaf]));
  const notices = new Map(noticeRoutes(run.settings, instance.events).map((route) => [route.path, route]));
  applyOverrides(leaves, notices, instance);
  const nodes = new Map<string, Node>();
  for (const [path, names] of directoriesOf([...leaves.keys(), ...notices.keys()])) {
    nodes.set(path, lazyNode(abilities, { path, leaf: undefined }, { body: listing(path, names), contentType: TEXT }));
  }
  for (const leaf of leaves.values()) nodes.set(leaf.path, lazyNode(abilities, { path: leaf.path, leaf }, leaf));
  for (const notice of notices.values()) {
    nodes.set(
      notice.path,
      lazyNode(abilities, { path: notice.path, leaf: undefined, notice }, { body: '', contentType: TEXT }),
    );
  }
  return { run, nodes };
}

/** Overrides win, also over notices. An absent one takes what is below it too; a value may have others below it. */
function applyOverrides(leaves: Map<string, Leaf>, notices: Map<string, NoticeRoute>, instance: Instance): void {
  const { overrides, changedAt } = instance;
  const usual = new Map(leaves);
  const isGone = (path: string) => [path, ...ancestors(path)].some((one) => 'absent' in (overrides[one] ?? {}));
  for (const path of usual.keys()) if (isGone(path)) leaves.delete(path);
  for (const path of notices.keys()) if (path in overrides || isGone(path)) notices.delete(path);
  for (const [path, override] of Object.entries(overrides)) {
    if ('value' in override) leaves.set(path, ownLeaf(path, override.value, usual.get(path), changedAt));
  }
}

function ownLeaf(path: string, body: string, usual: Leaf | undefined, lastModified: number): Leaf {
  const contentType = usual?.contentType ?? TEXT;
  const shown = maskedCredentials(usual?.fact ?? path, body);
  const leaf: Leaf = { path, body, contentType, source: 'override', events: [], lastModified };
  return shown === undefined ? leaf : { ...leaf, shown };
}

/** Every directory with the names in it; what lies elsewhere than below `latest/` is in no listing. */
function directoriesOf(paths: readonly string[]): Map<string, Names> {
  const directories = new Map<string, Map<string, { isValue: boolean; isDirectory: boolean }>>();
  const note = (directory: string, name: string, isDirectory: boolean) => {
    const names = directories.get(directory) ?? new Map<string, { isValue: boolean; isDirectory: boolean }>();
    const known = names.get(name) ?? { isValue: false, isDirectory: false };
    const seen = { isValue: known.isValue || !isDirectory, isDirectory: known.isDirectory || isDirectory };
    directories.set(directory, names.set(name, seen));
  };
  note('/', 'latest', true);
  for (const path of paths.filter((one) => !one.startsWith('/'))) {
    const above = [...ancestors(path)];
    [path, ...above].forEach((one, depth) => {
      const cut = one.lastIndexOf('/');
      note(cut < 0 ? '' : one.slice(0, cut), one.slice(cut + 1), depth > 0);
    });
  }
  return directories;
}

/** A page is made when it is first asked for. */
type Content = Pick<Leaf, 'body' | 'shown' | 'contentType'>;

function lazyNode(abilities: Abilities, node: Omit<Node, 'page' | 'isPlain'>, content: Content): Node {
  let page: Page | undefined;
  return {
    ...node,
    isPlain: isPlainNode(node),
    get page() {
      return (page ??= contentPage(abilities, { ...content, body: servedBody(abilities, content.body) }));
    },
  };
}

/** Every value, and what stands at the notices' paths at `now`, as those see it who see every notice. */
export function aemmLeaves(abilities: Abilities, instance: Instance, now: number): Map<string, Leaf> {
  const { run, nodes } = compileAemm(abilities, instance);
  const leaves = [...nodes.values()].flatMap(
    ({ leaf, notice }) => leaf ?? noticeLeaf(run, notice, instance, now) ?? [],
  );
  return new Map(leaves.map((leaf) => [leaf.path, leaf]));
}

function noticeLeaf(run: AemmRun, route: NoticeRoute | undefined, instance: Instance, now: number): Leaf | undefined {
  const notice = route && noticeAt(run, route, instance.events, now);
  if (!route || !notice) return undefined;
  const { body, events } = notice;
  const common = {
    path: route.path,
    body,
    contentType: contentTypeOf(notice),
    events,
    lastModified: instance.changedAt,
  };
  return events.length === 0 ? { ...common, source: 'fact', fact: route.key } : { ...common, source: 'event' };
}

export function contentTypeOf({ isJson }: { isJson: boolean }): string {
  return isJson ? 'application/json' : TEXT;
}
