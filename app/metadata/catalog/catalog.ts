// What is on which path: every known path with its value at a moment, and what is to be said about it (imds.md 1.2 to 1.5).
import { hidesTags } from '../../ec2/option-rules.ts';
import type { Abilities } from '../../abilities.ts';
import type { Instance } from '../../world/world.ts';
import type { CredentialsServed, Entry, PresentValue, Kind, Moment, Parts } from './entry.ts';
import type { Body } from '../signatures.ts';
import { CATALOG, concretePath, findEntry } from './paths.ts';

export type CatalogLeaf = {
  /** Without the version: `meta-data/instance-id`. */
  path: string;
  /** Bytes only for user data. */
  body: Body;
  /** The body with secrets masked, where it holds any. */
  shown: string | undefined;
  source: 'fact' | 'computed';
  /** The fact behind the path, in words. */
  fact: string | undefined;
  contentType: 'text/plain' | 'application/octet-stream';
  /** When this value changed last, in milliseconds since 1970. */
  lastModified: number;
  /** Until when the value holds, in milliseconds since 1970; undefined for good. */
  until: number | undefined;
  credentials: CredentialsServed | undefined;
};

export type PathInfo = { kind: Kind; doc: string; since: string | null; fact?: string; allowed?: string[] };

/** Every value that the instance has at a moment, events and overrides aside. */
export function catalogLeaves(instance: Moment['instance'], now: number, abilities: Abilities): CatalogLeaf[] {
  const moment = { instance, now, abilities };
  return CATALOG.filter(({ path }) => !hidesTags(instance, path)).flatMap((entry) => leavesOf(entry, moment));
}

function leavesOf(entry: Entry, moment: Moment): CatalogLeaf[] {
  const found = entry.readAt?.(moment) ?? entry.read?.(moment.instance.facts) ?? [];
  return found.flatMap((one) => leafOf(entry, one, moment.instance.changedAt) ?? []);
}

function leafOf(entry: Entry, value: PresentValue, changedAt: number) {
  const { parts, body, shown, lastModified, until, credentials } = value;
  const path = concretePath(entry, parts ?? NO_PARTS);
  if (path === undefined) return undefined;
  const { fact, kind } = entry;
  const leaf: CatalogLeaf = {
    path,
    body,
    shown,
    source: fact === undefined ? 'computed' : 'fact',
    fact,
    contentType: kind === 'bytes' ? 'application/octet-stream' : 'text/plain',
    lastModified: lastModified ?? changedAt,
    until,
    credentials,
  };
  return leaf;
}

const NO_PARTS: Parts = {};

/** What is known about a path; undefined for a path of one's own. */
export function pathInfo(path: string): PathInfo | undefined {
  const entry = findEntry(path)?.entry;
  if (!entry) return undefined;
  const { kind, doc, since, fact, allowed } = entry;
  return { kind, doc, since, ...(fact === undefined ? {} : { fact }), ...(allowed ? { allowed: [...allowed] } : {}) };
}

/** Every path that can be named for this instance, whether it has a value or not. */
export function knownPaths({ facts }: Instance): string[] {
  const role: Parts = facts.instanceProfile ? { role: facts.instanceProfile.roleName } : {};
  const interfaceParts = facts.interfaces.map(({ mac }): Parts => ({ ...role, mac, index: '0' }));
  const paths = CATALOG.flatMap((entry) => interfaceParts.map((parts) => concretePath(entry, parts)));
  return [...new Set(paths.filter((path) => path !== undefined))];
}
