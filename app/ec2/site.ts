// A site: an instance at a moment as some of its clients see it. Two layers: its values, and over them what events say.
import type { Abilities } from '../abilities.ts';
import { type Visible, wireHolds } from '../events/on-the-wire.ts';
import type { Instance } from '../world/world.ts';
import type { Leaf, Node } from '../answer/node.ts';
import { has, type Layer, nodeIn } from './layer.ts';
import { compileNotices, noticesIn } from './notices.ts';
import { contentPage, VERSION_LISTING } from './pages.ts';
import { compileValues, type Values, valuesIn } from './values.ts';

export type Site = {
  /** When it was compiled, and until when it holds (not including that moment), in milliseconds since 1970. */
  readonly from: number;
  readonly until: number;
  readonly values: Values;
  /** Undefined where no event that these clients may see is there. */
  readonly notices: Layer | undefined;
  /** `GET /`: the versions. */
  readonly root: () => Node;
  /** Both layers under a version that there is, the upper one first. */
  readonly layersIn: (version: string) => readonly Layer[];
};

/** What clients see that may see these groups' notices. */
export function compileSite(abilities: Abilities, instance: Instance, visible: Visible, now: number): Site {
  return siteOver(abilities, instance, compileValues(abilities, instance, now), visible, now);
}

/** The same over values that are compiled already and hold at `now`. */
export function siteOver(
  abilities: Abilities,
  instance: Instance,
  values: Values,
  visible: Visible,
  now: number,
): Site {
  const isTouched = instance.events.length > 0 && (visible.spot || visible.maintenance || visible.lifecycle);
  const notices = isTouched ? compileNotices(abilities, instance, values, visible, now) : undefined;
  const latest = notices ? [notices, values.latest] : [values.latest];
  const layers = new Map<string, readonly Layer[]>([['latest', latest]]);
  let root: Node | undefined;
  return {
    from: now,
    until: notices ? Math.min(values.until, wireHolds(instance, now)) : values.until,
    values,
    notices,
    root: () => (root ??= rootOf(abilities, instance)),
    layersIn(version) {
      const known = layers.get(version);
      if (known) return known;
      const below = valuesIn(abilities, instance, values, version);
      const made = notices ? [noticesIn(abilities, instance, notices, below, version), below] : [below];
      layers.set(version, made);
      return made;
    },
  };
}

function rootOf(abilities: Abilities, { changedAt }: Instance): Node {
  const content = { body: VERSION_LISTING, contentType: 'text/plain', lastModified: changedAt };
  return { path: '', leaf: undefined, isVersionList: true, isPlain: true, page: contentPage(abilities, content) };
}

/** What is at a path, without version and slashes at its ends; undefined where nothing is. */
export function nodeAt({ layersIn }: Site, version: string, path: string): Node | undefined {
  for (const layer of layersIn(version)) {
    const node = nodeIn(layer, path);
    if (node) return node;
  }
  return undefined;
}

/** True where there is something at a path, under `latest`. */
export function isThere({ values, notices }: Site, path: string): boolean {
  return has(values.latest, path) || (notices !== undefined && has(notices, path));
}

/** Every value under `latest`, by path. */
export function leavesOf({ values, notices }: Site): ReadonlyMap<string, Leaf> {
  return notices ? new Map([...values.latest.leaves, ...notices.leaves]) : values.latest.leaves;
}
