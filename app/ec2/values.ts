// The lower layer of a site: an instance's values by its facts, overrides and options. Events lie above it, so they leave it as it is.
import type { Abilities } from '../abilities.ts';
import { eventLeaves } from '../events/on-the-wire.ts';
import { catalogLeaves } from '../metadata/catalog/catalog.ts';
import { isInVersion } from '../metadata/catalog/since.ts';
import { DOCUMENT_PATH, signedInstead } from '../metadata/signatures.ts';
import type { Instance } from '../world/world.ts';
import { createLayer, directoriesOf, type Layer, namesIn } from './layer.ts';
import { type Leaf, NO_EVENTS } from '../answer/node.ts';
import { overrideLeaves } from './override-leaves.ts';
import { listing } from './pages.ts';

export type Values = {
  /** When it was compiled, and until when it holds (not including that moment), in milliseconds since 1970. */
  readonly from: number;
  readonly until: number;
  /** Under `latest`. */
  readonly latest: Layer;
  /** Under the other versions, compiled when first asked for. */
  readonly versions: Map<string, Layer>;
  /** True where nothing but an override can stand. */
  readonly covers: (path: string) => boolean;
};

/** What an instance is, whatever is happening to it and whoever may see that. */
export type Being = Omit<Instance, 'events' | 'audience'>;

/** Both arrays of maintenance events are there without any (imds.md 1.3). */
const NO_EVENTS_AT_ALL = { events: [] };
const NOTHING_SEEN = { spot: false, maintenance: false, lifecycle: false };

/** The values of an instance, events aside. */
export function compileValues(abilities: Abilities, instance: Being, now: number): Values {
  const { changedAt, overrides } = instance;
  const leaves = new Map<string, Leaf>();
  let until = Number.POSITIVE_INFINITY;
  for (const leaf of catalogLeaves(instance, now, abilities)) {
    const { until: _, ...value } = leaf;
    leaves.set(leaf.path, { ...value, events: NO_EVENTS });
    if (leaf.until !== undefined && leaf.until < until) until = leaf.until;
  }
  for (const leaf of eventLeaves(NO_EVENTS_AT_ALL, NOTHING_SEEN, now))
    leaves.set(leaf.path, asEventLeaf(leaf, changedAt));
  const { leaves: own, covers } = overrideLeaves(overrides, changedAt);
  for (const path of Array.from(leaves.keys()).filter(covers)) leaves.delete(path);
  for (const leaf of own) leaves.set(leaf.path, leaf);
  signServedDocument(leaves);
  return { from: now, until, latest: valueLayer(abilities, instance, leaves), versions: new Map(), covers };
}

function valueLayer(abilities: Abilities, { facts, changedAt }: Being, leaves: ReadonlyMap<string, Leaf>): Layer {
  // `0=name` tells a client to fetch 0/openssh-key, so it is said only where that is there.
  const keyName = leaves.has(KEY_PATH) ? facts.keyPair?.name : undefined;
  const list = (directory: string) => listing(directory, namesIn(directory, leaves.keys()), keyName);
  return createLayer(leaves, directoriesOf(leaves.keys()), { abilities, changedAt, list });
}

const KEY_PATH = 'meta-data/public-keys/0/openssh-key';

/** What the instance has of its values in a version that there is. */
export function valuesIn(abilities: Abilities, instance: Being, { latest, versions }: Values, version: string): Layer {
  const known = version === 'latest' ? latest : versions.get(version);
  if (known) return known;
  const made = valueLayer(abilities, instance, leavesIn(latest, version));
  versions.set(version, made);
  return made;
}

/** The values of a layer that a version has. */
export function leavesIn({ leaves }: Layer, version: string): Map<string, Leaf> {
  return new Map([...leaves].filter(([path]) => isInVersion(path, version)));
}

/** Signatures are of the document that is served, also where that is one of somebody's own. */
function signServedDocument(leaves: Map<string, Leaf>): void {
  const document = leaves.get(DOCUMENT_PATH);
  if (document?.source !== 'override' || typeof document.body !== 'string') return;
  for (const [path, leaf] of leaves) leaves.set(path, { ...leaf, body: signedInstead(leaf.body, document.body) });
}

type OfEvents = Pick<Leaf, 'path' | 'body' | 'events' | 'because'>;

/** A value that events made, or the absence of any. */
export function asEventLeaf(leaf: OfEvents, lastModified: number): Leaf {
  return { ...leaf, contentType: 'text/plain', source: 'event', lastModified };
}
