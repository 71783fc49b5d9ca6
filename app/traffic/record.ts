// What answers bring about, noted in the traffic; every collection has a bound, and the oldest goes first.
import { putBounded } from '../bounded.ts';
import type { Group } from '../events/kinds.ts';
import { endOf } from '../answer/tokens.ts';
import {
  type Client,
  type Effect,
  MAX_CLIENTS,
  MAX_LATE,
  MAX_REVOKED,
  MAX_SHORTENED,
  MAX_TOKENS,
  MAX_INSTANCES,
  noPlaces,
  type PlacesByGroup,
  type Traffic,
} from './traffic.ts';
import { keyIn } from './key-in.ts';
import { notePoll } from './polls.ts';
import { noteCredentials } from './held-credentials.ts';
import { noteSighting } from './sightings.ts';

/** Notes what an answer brought about at `now`. */
export function applyEffects(traffic: Traffic, effects: readonly Effect[], now: number): void {
  for (const effect of effects) applyEffect(traffic, effect, now);
}

function applyEffect(traffic: Traffic, effect: Effect, now: number): void {
  switch (effect.kind) {
    case 'token-issued': {
      const { kind: _, ...token } = effect;
      const endsAt = now + effect.ttlSeconds * 1000;
      if (effect.issuedAt > now) putBounded(traffic.shortened, effect.id, endsAt, MAX_SHORTENED);
      return putBounded(traffic.tokens, effect.id, { ...token, uses: 0, lastPath: null }, MAX_TOKENS);
    }
    case 'token-used':
      return noteUse(traffic, effect.id, effect.path);
    case 'place-taken':
      return takePlace(ownPlaces(traffic, effect.instance), effect, now);
    case 'came-late': {
      const late = ownPlaces(traffic, effect.instance).late[effect.group];
      if (!late.has(effect.client)) putBounded(late, effect.client, now, MAX_LATE);
      return;
    }
    case 'sighting':
      return noteSighting(traffic.sightings, effect, now);
    case 'credentials-read':
      return noteCredentials(traffic.credentials, effect, now);
  }
}

function noteUse(traffic: Traffic, id: string, path: string): void {
  const token = traffic.tokens.get(id);
  if (!token) return;
  token.uses += 1;
  token.lastPath = path;
}

/** The places of an instance, to be changed. */
export function ownPlaces(traffic: Traffic, instance: string): PlacesByGroup {
  const known = traffic.places.get(instance);
  if (known) return known;
  const made = noPlaces();
  traffic.places.set(instance, made);
  return made;
}

type Place = { instance: string; group: Group; client: string; limit: number };

function takePlace(places: PlacesByGroup, { group, client, limit }: Omit<Place, 'instance'>, now: number): void {
  const holders = places.holders[group];
  if (holders.has(client) || holders.size >= limit) return;
  places.holders[group] = new Map(holders).set(client, now);
  places.late[group].delete(client);
}

type Asked = {
  instance: string;
  address: string;
  agent: string;
  withToken: boolean;
  target: string;
  /** What a GET was for, without the version; absent in any other request. */
  path?: string | undefined;
};

/** Counts a request for the client that sent it, at the instance that it asked. */
export function noteClient(traffic: Traffic, asked: Asked, now: number): void {
  const { instance, address, agent, withToken, target, path } = asked;
  const key = keyIn(instance, address);
  const client = traffic.clients.get(key) ?? newClient(traffic, key, asked, now);
  client.lastSeen = now;
  client.requests += 1;
  if (!withToken) client.v1Requests += 1;
  if (agent !== '') client.agent = agent;
  client.lastTarget = target;
  if (path !== undefined) notePoll(client.polls, path, now);
}

function newClient(traffic: Traffic, key: string, { instance, address }: Asked, now: number): Client {
  const client = {
    instance,
    address,
    agent: '',
    firstSeen: now,
    lastSeen: now,
    requests: 0,
    v1Requests: 0,
    lastTarget: '',
    polls: new Map(),
  };
  putBounded(traffic.clients, key, client, MAX_CLIENTS);
  return client;
}

/** Gives an address a name of one's own; an empty one takes it away. */
export function labelClient(traffic: Traffic, address: string, label: string): void {
  if (label === '') traffic.labels.delete(address);
  else putBounded(traffic.labels, address, label, MAX_CLIENTS);
}

/** Expires one token; false when it is not among those remembered. */
export function revokeToken(traffic: Traffic, id: string): boolean {
  if (!traffic.tokens.has(id)) return false;
  traffic.revoked.add(id);
  if (traffic.revoked.size > MAX_REVOKED) {
    const oldest = traffic.revoked.values().next();
    if (!oldest.done) traffic.revoked.delete(oldest.value);
  }
  return true;
}

/** Ends one token at that moment where it would end later; false when it is not among those remembered. */
export function shortenToken(traffic: Traffic, id: string, endsAt: number): boolean {
  const token = traffic.tokens.get(id);
  if (!token) return false;
  if (endsAt < endOf(traffic, token)) putBounded(traffic.shortened, id, endsAt, MAX_SHORTENED);
  return true;
}

/** Expires every token issued up to `now`: of one instance, or of all where none is named. */
export function revokeAllTokens({ revokedBefore }: Traffic, instance: string | undefined, now: number): void {
  if (instance === undefined) revokedBefore.all = Math.max(revokedBefore.all, now);
  else putBounded(revokedBefore.of, instance, Math.max(revokedBefore.of.get(instance) ?? now, now), MAX_INSTANCES);
}

/** Frees the places of these groups, and forgets who came too late for them. */
export function freePlaces(traffic: Traffic, instance: string, groups: readonly Group[]): void {
  const places = traffic.places.get(instance);
  if (!places) return;
  for (const group of groups) {
    places.holders[group] = new Map();
    places.late[group].clear();
  }
}

/** Gives a client a place, that of `from` where somebody has to yield; who has one keeps it. */
export function givePlace(traffic: Traffic, place: Place, from: string | undefined, now: number): void {
  const places = ownPlaces(traffic, place.instance);
  const holders = places.holders[place.group];
  if (holders.has(place.client)) return;
  if (from !== undefined) places.holders[place.group] = new Map([...holders].filter(([client]) => client !== from));
  takePlace(places, place, now);
}
