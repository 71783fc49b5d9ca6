// What is on which path: every known path with its value at a moment, and what is to be said about it (imds.md 1.2 to 1.5).
import { hidesTags } from '../../ec2/option-rules.ts';
import type { Ports } from '../../abilities.ts';
import type { Instance } from '../../world/world.ts';
import type { Entry, Kind, Moment, Parts } from './entry.ts';
import type { Body } from '../signatures.ts';
import { CATALOG, concretePath, findEntry } from './paths.ts';

export type CatalogLeaf = {
  /** Without the version: `meta-data/instance-id`. */
  path: string;
  /** Bytes only for user data. */
  body: Body;
  /** The body with secrets masked, where it holds any. */
  shown?: string;
  source: 'fact' | 'computed';
  /** The fact behind the path, in words. */
  fact?: string;
  contentType: 'text/plain' | 'application/octet-stream';
  /** When this value changed last (milliseconds), if apart from the instance's `changedAt`. */
  lastModified?: number;
  /** Until when the value holds (milliseconds); absent for good. */
  until?: number;
};

export type PathInfo = { kind: Kind; doc: string; since: string | null; fact?: string; allowed?: string[] };

/** Every value that the instance has at a moment, events and overrides aside. */
export function catalogLeaves(instance: Instance, now: number, ports: Ports): CatalogLeaf[] {
  const moment = { instance, now, ports };
  return CATALOG.filter(({ path }) => !hidesTags(instance, path)).flatMap((entry) => leavesOf(entry, moment));
}

function leavesOf(entry: Entry, moment: Moment): CatalogLeaf[] {
  const found = entry.readAt?.(moment) ?? entry.read?.(moment.instance.facts) ?? [];
  const origin =
    entry.fact === undefined ? { source: 'computed' as const } : { source: 'fact' as const, fact: entry.fact };
  const contentType = entry.kind === 'bytes' ? 'application/octet-stream' : 'text/plain';
  return found.flatMap(({ parts = {}, ...value }) => {
    const path = concretePath(entry, parts);
    return path === undefined ? [] : [{ ...value, ...origin, path, contentType }];
  });
}

/** What is known about a path; undefined for a path of one's own. */
export function pathInfo(path: string): PathInfo | undefined {
  const entry = findEntry(path)?.entry;
  if (!entry) return undefined;
  const { kind, doc, since, fact, allowed } = entry;
  return { kind, doc, since, ...(fact === undefined ? {} : { fact }), ...(allowed ? { allowed: [...allowed] } : {}) };
}

/** Every path that can be named for this instance, whether it has a value or not. */
export function knownPaths({ facts, profile }: Instance): string[] {
  if (profile === 'aemm') return [];
  const role: Parts = facts.instanceProfile ? { role: facts.instanceProfile.roleName } : {};
  const places = facts.interfaces.map(({ mac }): Parts => ({ ...role, mac, index: '0' }));
  const paths = CATALOG.flatMap((entry) => places.map((parts) => concretePath(entry, parts)));
  return [...new Set(paths.filter((path) => path !== undefined))];
}
