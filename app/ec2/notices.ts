// The upper layer of a site: what events put over an instance's values, for clients that may see some groups' notices: a handful of paths.
import type { Abilities } from '../abilities.ts';
import { visibleFrom } from '../events/event.ts';
import { lastChanges } from '../events/last-change.ts';
import { eventLeaves, type Visible } from '../events/on-the-wire.ts';
import type { Instance } from '../world/world.ts';
import { createLayer, type Layer, namesIn } from './layer.ts';
import { ancestors, type Leaf } from '../answer/node.ts';
import { listing } from './pages.ts';
import { asEventLeaf, leavesIn, type Values } from './values.ts';

/** What lies over the values under `latest`; overrides win, so nothing lies over them. */
export function compileNotices(
  abilities: Abilities,
  instance: Instance,
  values: Values,
  visible: Visible,
  now: number,
): Layer {
  const { changedAt } = instance;
  const below = values.latest.leaves;
  const leaves = new Map<string, Leaf>();
  for (const leaf of eventLeaves(instance, visible, now)) {
    const made = asEventLeaf(leaf, Math.max(changedAt, ...leaf.events.map((id) => shownFrom(instance, id))));
    if (!values.covers(leaf.path) && !isSame(made, below.get(leaf.path))) leaves.set(leaf.path, made);
  }
  for (const [path, at] of lastChanges(instance, visible, now)) {
    const leaf = leaves.get(path) ?? below.get(path);
    if (leaf && leaf.lastModified < at && !values.covers(path)) leaves.set(path, { ...leaf, lastModified: at });
  }
  return noticeLayer(abilities, changedAt, leaves, values.latest);
}

function shownFrom({ events, changedAt }: Instance, id: string): number {
  const event = events.find((one) => one.id === id);
  return event ? visibleFrom(event) : changedAt;
}

/** True for what is said anyway, such as the empty list of maintenance events. */
function isSame({ body, events, because }: Leaf, below: Leaf | undefined): boolean {
  return below?.source === 'event' && below.body === body && events.length === 0 && because === undefined;
}

function noticeLayer(abilities: Abilities, changedAt: number, leaves: ReadonlyMap<string, Leaf>, below: Layer): Layer {
  const list = (directory: string) =>
    listing(directory, namesIn(directory, [...below.leaves.keys(), ...leaves.keys()]), undefined);
  return createLayer(leaves, changedDirectories(leaves.keys(), below), { abilities, changedAt, list });
}

/** The directories that a path makes or adds a name to. */
function changedDirectories(paths: Iterable<string>, below: Layer): Set<string> {
  const changed = new Set<string>();
  for (const path of paths) {
    if (below.leaves.has(path)) continue;
    for (const directory of [...ancestors(path), '']) {
      changed.add(directory);
      if (below.directories.has(directory)) break;
    }
  }
  return changed;
}

/** The same in another version, over the values that it has. */
export function noticesIn(
  abilities: Abilities,
  instance: Instance,
  notices: Layer,
  below: Layer,
  version: string,
): Layer {
  return noticeLayer(abilities, instance.changedAt, leavesIn(notices, version), below);
}
