// The Traffic: what happened. Tokens issued, clients seen, places taken, who read which notice. Bounded, never saved, never undone.
import { GROUPS, type Group } from '../events/kinds.ts';
import type { Polls } from './polls.ts';
import type { CredentialSet } from '../metadata/credentials.ts';
import type { HeldCredentials } from './held-credentials.ts';
import { noSightings, type Sightings } from './sightings.ts';

export const MAX_CLIENTS = 1000;
export const MAX_TOKENS = 200;
export const MAX_REVOKED = 10_000;
export const MAX_SHORTENED = 10_000;
export const MAX_LATE = 100;
/** Instances for which something is noted beyond those of all. */
export const MAX_INSTANCES = 1000;

export type IssuedToken = {
  id: string;
  instance: string;
  client: string;
  issuedAt: number;
  ttlSeconds: number;
  uses: number;
  lastPath: string | null;
};

/** Who asks an instance: an address that asks several is a client of each. */
export type Client = {
  instance: string;
  address: string;
  agent: string;
  firstSeen: number;
  lastSeen: number;
  requests: number;
  /** Requests without a token. */
  v1Requests: number;
  lastTarget: string;
  /** How it asks on the paths of notices. */
  readonly polls: Polls;
};

/** What changes as clients ask. Kept by instance name where it belongs to an instance. */
export type Traffic = {
  /** The key of IMDSv2 tokens: made at each start, in no file. */
  readonly tokenKey: Uint8Array;
  readonly tokens: Map<string, IssuedToken>;
  readonly revoked: Set<string>;
  /** When tokens end whose life was cut short, in milliseconds since 1970. */
  readonly shortened: Map<string, number>;
  /** Tokens issued up to this moment are revoked: those of every instance, and those of one. */
  readonly revokedBefore: { all: number; readonly of: Map<string, number> };
  /** By instance and address. */
  readonly clients: Map<string, Client>;
  /** The names that people gave to addresses. */
  readonly labels: Map<string, string>;
  readonly places: Map<string, PlacesByGroup>;
  readonly sightings: Sightings;
  /** The sets of credentials that clients hold. */
  readonly credentials: HeldCredentials;
};

export type PlacesByGroup = {
  /** Client and when it took its place, in that order. Another map with each change, so that what follows from one can be kept with it. */
  readonly holders: Record<Group, ReadonlyMap<string, number>>;
  /** Client and when it first came too late. */
  readonly late: Record<Group, Map<string, number>>;
};

/** What an answer brings about. */
export type Effect =
  | { kind: 'token-issued'; id: string; instance: string; client: string; issuedAt: number; ttlSeconds: number }
  | { kind: 'token-used'; id: string; path: string }
  | { kind: 'place-taken'; instance: string; group: Group; client: string; limit: number }
  | { kind: 'came-late'; instance: string; group: Group; client: string }
  | { kind: 'sighting'; instance: string; event: string; client: string; afterMs: number; skippedMs: number }
  | { kind: 'credentials-read'; instance: string; client: string; set: CredentialSet };

export function emptyTraffic(tokenKey: Uint8Array): Traffic {
  return {
    tokenKey,
    tokens: new Map(),
    revoked: new Set(),
    shortened: new Map(),
    revokedBefore: { all: Number.NEGATIVE_INFINITY, of: new Map() },
    clients: new Map(),
    labels: new Map(),
    places: new Map(),
    sightings: noSightings(),
    credentials: new Map(),
  };
}

function byGroup<T>(make: () => T): Record<Group, T> {
  return { spot: make(), maintenance: make(), lifecycle: make() };
}

export function noPlaces(): PlacesByGroup {
  return { holders: byGroup(() => new Map()), late: byGroup(() => new Map()) };
}

const NOBODY: PlacesByGroup = noPlaces();

/** Who holds which place of an instance, and who came too late. */
export function placesOf(traffic: Traffic, instance: string): PlacesByGroup {
  return traffic.places.get(instance) ?? NOBODY;
}

/** The groups in which a client holds a place. */
export function groupsHeld(traffic: Traffic, { instance, address }: Pick<Client, 'instance' | 'address'>): Group[] {
  const { holders } = placesOf(traffic, instance);
  return GROUPS.filter((group) => holders[group].has(address));
}
