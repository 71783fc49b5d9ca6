// Sites that are kept while they hold: an instance's values once, and over them a site for each combination of groups seen. Bounded by bytes.
import type { Ports } from '../abilities.ts';
import type { Visible } from '../events/on-the-wire.ts';
import type { Instance } from '../world/world.ts';
import { type Site, siteOver } from './site.ts';
import { type Being, compileValues, type Values } from './values.ts';

export type SiteFinder = (instance: Instance, visible: Visible, now: number) => Site;

/** What is kept of one instance value. */
type Kept = {
  instance: Instance;
  values: Values | undefined;
  /** By the groups that are seen. */
  sites: (Site | undefined)[];
  /** A running number: the lowest was used longest ago. */
  usedAt: number;
};

/** Of an instance the value that was asked last and the one before it: an edit compares the two. */
type Pair = readonly [Kept, Kept | undefined];

const MAX_BYTES = 64 * 1024 * 1024;

/**
 * Keeps values while nothing but events or the audience has changed, and lets go of those used longest ago once all take
 * more than `maxBytes`, by estimate.
 */
export function createSiteFinder(ports: Ports, maxBytes = MAX_BYTES): SiteFinder {
  const pairs = new Map<string, Pair>();
  let uses = 0;

  function keptFor(instance: Instance): Kept {
    const [now, before] = pairs.get(instance.name) ?? [];
    if (now?.instance === instance) return now;
    if (before?.instance === instance) return before;
    const alike = [now, before].find((one) => one && isSameBeing(one.instance, instance));
    const made: Kept = { instance, values: alike?.values, sites: [], usedAt: 0 };
    // What it shares its values with is of no more use.
    pairs.set(instance.name, [made, alike === now ? before : now]);
    return made;
  }

  function valuesFor(kept: Kept, now: number): Values {
    const { values } = kept;
    if (values && values.from <= now && now < values.until) return values;
    return (kept.values = compileValues(ports, kept.instance, now));
  }

  return (instance, visible, now) => {
    const kept = keptFor(instance);
    kept.usedAt = uses += 1;
    const slot = slotOf(visible);
    const site = kept.sites[slot];
    if (site && site.from <= now && now < site.until) return site;
    const made = siteOver(ports, instance, valuesFor(kept, now), visible, now);
    kept.sites[slot] = made;
    letGo(pairs, maxBytes);
    return made;
  };
}

/** True when two differ in nothing but what is happening to them. */
function isSameBeing(a: Being, b: Being): boolean {
  return SAME.every((key) => a[key] === b[key]);
}

/** Every part of an instance but its events and its audience: the compiler asks for each. */
const PARTS: Readonly<Record<keyof Being, true>> = {
  name: true,
  preset: true,
  profile: true,
  aemm: true,
  createdAt: true,
  changedAt: true,
  facts: true,
  overrides: true,
  userData: true,
  options: true,
};
const SAME: readonly (keyof Being)[] = Object.keys(PARTS).filter((key): key is keyof Being => key in PARTS);

function slotOf(visible: Visible): number {
  return (visible.spot ? 1 : 0) + (visible.maintenance ? 2 : 0) + (visible.lifecycle ? 4 : 0);
}

/** Down to nine tenths, so that it is not done again at once. The one used last stays. */
function letGo(pairs: Map<string, Pair>, maxBytes: number): void {
  let bytes = 0;
  for (const pair of pairs.values()) bytes += sizeOf(pair);
  if (bytes <= maxBytes) return;
  const oldestFirst = [...pairs].sort(([, a], [, b]) => lastUse(a) - lastUse(b));
  for (const [name, pair] of oldestFirst.slice(0, -1)) {
    if (bytes <= maxBytes * 0.9) return;
    bytes -= sizeOf(pair);
    pairs.delete(name);
  }
}

function lastUse([now, before]: Pair): number {
  return Math.max(now.usedAt, before?.usedAt ?? 0);
}

function sizeOf([now, before]: Pair): number {
  return sizeOfKept(now) + (before ? sizeOfKept(before) : 0);
}

function sizeOfKept({ values, sites }: Kept): number {
  let bytes = 0;
  if (values) {
    bytes += values.latest.bytes;
    for (const layer of values.versions.values()) bytes += layer.bytes;
  }
  for (const site of sites) bytes += site?.notices?.bytes ?? 0;
  return bytes;
}
