// Sites that are kept while they hold: an instance's values once, and over them a site for each combination of groups seen. Bounded by bytes.
import type { Abilities } from '../abilities.ts';
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

/** Of an instance the values that were asked last, the newest first: an edit compares two, and both with the preset. */
type Recent = readonly Kept[];
const MOST_RECENT = 3;

const MAX_BYTES = 64 * 1024 * 1024;

/**
 * Keeps values while nothing but events or the audience has changed, and lets go of those used longest ago once all take
 * more than `maxBytes`, by estimate.
 */
export function createSiteFinder(abilities: Abilities, maxBytes = MAX_BYTES): SiteFinder {
  const byName = new Map<string, Recent>();
  let uses = 0;

  function keptFor(instance: Instance): Kept {
    const recent = byName.get(instance.name) ?? [];
    const known = recent.find((one) => one.instance === instance);
    if (known) return known;
    const alike = recent.find((one) => isSameBeing(one.instance, instance));
    const made: Kept = { instance, values: alike?.values, sites: [], usedAt: 0 };
    // What it shares its values with is of no more use.
    byName.set(instance.name, [made, ...recent.filter((one) => one !== alike)].slice(0, MOST_RECENT));
    return made;
  }

  function valuesFor(kept: Kept, now: number): Values {
    const { values } = kept;
    if (values && values.from <= now && now < values.until) return values;
    return (kept.values = compileValues(abilities, kept.instance, now));
  }

  return (instance, visible, now) => {
    const kept = keptFor(instance);
    kept.usedAt = uses += 1;
    const slot = slotOf(visible);
    const site = kept.sites[slot];
    if (site && site.from <= now && now < site.until) return site;
    const made = siteOver(abilities, instance, valuesFor(kept, now), visible, now);
    kept.sites[slot] = made;
    letGo(byName, maxBytes);
    return made;
  };
}

const finders = new WeakMap<Abilities, SiteFinder>();

/** The one finder of all who have these: what shows values and what answers requests share what is compiled. */
export function siteFinderOf(abilities: Abilities): SiteFinder {
  const known = finders.get(abilities);
  if (known) return known;
  const made = createSiteFinder(abilities);
  finders.set(abilities, made);
  return made;
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
  rotation: true,
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
function letGo(byName: Map<string, Recent>, maxBytes: number): void {
  let bytes = 0;
  for (const recent of byName.values()) bytes += sizeOf(recent);
  if (bytes <= maxBytes) return;
  const oldestFirst = [...byName].sort(([, a], [, b]) => lastUse(a) - lastUse(b));
  for (const [name, recent] of oldestFirst.slice(0, -1)) {
    if (bytes <= maxBytes * 0.9) return;
    bytes -= sizeOf(recent);
    byName.delete(name);
  }
}

function lastUse(recent: Recent): number {
  return Math.max(...recent.map(({ usedAt }) => usedAt));
}

function sizeOf(recent: Recent): number {
  let bytes = 0;
  for (const one of recent) bytes += sizeOfKept(one);
  return bytes;
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
