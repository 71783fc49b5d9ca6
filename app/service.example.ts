// For the tests: a metadata service in memory, with a clock that is moved by hand and clients that ask.
import { finish } from './events/finish.ts';
import type { Firing } from './events/fire.ts';
import { fixedAbilities } from './abilities.example.ts';
import { CREATED_AT } from './metadata/instance.example.ts';
import { presetInstance } from './metadata/presets/presets.ts';
import { applyEffects } from './traffic/record.ts';
import type { Request } from './answer/request.ts';
import { route } from './answer/routing.ts';
import { createRespond } from './answer/respond.ts';
import type { Result } from './result.ts';
import { type Effect, emptyTraffic, type Traffic } from './traffic/traffic.ts';
import type { Why } from './answer/why.ts';
import type { Event } from './events/schema.ts';
import type { Instance, World } from './world/world.ts';
import { firstInstance, withInstance } from './world/instances.ts';

/** 2024-08-01T12:59:00Z: an hour after the instance was made. */
export const START = CREATED_AT + 3_600_000;
const CLIENT = '10.0.0.7';
const PORT = 1338;
export const INSTANCE_ACTION = 'meta-data/spot/instance-action';

/** An answer as a client and its log would see it. */
export type Got = {
  status: number;
  reason: string;
  /** Names and values, those of connection, date and server aside. */
  headers: [string, string][];
  body: string;
  tokenTtl: number | undefined;
  why: Why;
  /** Of both moments. */
  effects: readonly Effect[];
};

export type ExampleService = {
  now: number;
  world: World;
  readonly traffic: Traffic;
  /** Asks, and notes what the answer brings about. */
  ask: (request: Partial<Request>) => Got;
  /** A GET below `/latest/`. */
  get: (path: string, request?: Partial<Request>) => Got;
  /** The body of a 200, or the status of anything else. */
  read: (path: string, request?: Partial<Request>) => string | number;
  /** A new token. */
  token: (ttlSeconds?: number, request?: Partial<Request>) => string;
  instance: () => Instance;
  change: (edit: (instance: Instance) => Instance) => void;
  /** Fires events or skips; what is refused throws. */
  fire: <T extends { instance: Instance }>(start: (instance: Instance, firing: Firing) => Result<T>) => T;
  /** Ends what is unfinished of a kind. */
  end: (kind: Event['kind'], how: 'cancelled' | 'completed') => void;
};

/** A request as an SDK sends it: IMDSv1, from one client, with a Host of its own. */
export function requestOf(given: Partial<Request>): Request {
  return {
    client: CLIENT,
    own: false,
    method: 'GET',
    target: '/',
    host: '127.0.0.1:1338',
    origin: undefined,
    fetchSite: undefined,
    forwardedFor: undefined,
    token: undefined,
    tokenTtl: undefined,
    hops: 1,
    atServiceIpv6: false,
    admits: { allows: () => false, webPages: false },
    ...given,
  };
}

export function exampleService(change: (instance: Instance) => Instance = (instance) => instance): ExampleService {
  const abilities = fixedAbilities();
  const respond = createRespond(abilities);
  let ids = 0;
  const hex = (digits: number) => (ids += 1).toString(16).padStart(digits, '0');
  const service: ExampleService = {
    now: START,
    world: { version: 1, instances: [change(presetInstance('spot', CREATED_AT))], routing: [] },
    traffic: emptyTraffic(abilities.toUtf8('the key of this test')),
    ask(given) {
      const request = requestOf(given);
      const instance = route(service.world, request, PORT);
      const answered = respond(instance, service.traffic, request, service.now);
      const { outcome, why } = answered;
      const effects = [...answered.effects, ...answered.whenSent];
      applyEffects(service.traffic, effects, service.now);
      if (outcome.kind !== 'reply') throw new Error(`Nothing was answered: ${outcome.kind}.`);
      const { status, reason, before, after, body } = outcome.page;
      const text = typeof body === 'string' ? body : abilities.fromUtf8(body);
      return {
        status,
        reason,
        headers: pairsOf([...before, ...after]),
        body: text,
        tokenTtl: outcome.tokenTtl,
        why,
        effects,
      };
    },
    get: (path, request = {}) => service.ask({ target: `/latest/${path}`, ...request }),
    read(path, request) {
      const { status, body } = service.get(path, request);
      return status === 200 ? body : status;
    },
    token: (ttlSeconds = 60, request = {}) =>
      service.ask({ method: 'PUT', target: '/latest/api/token', tokenTtl: String(ttlSeconds), ...request }).body,
    instance: () => firstInstance(service.world),
    change(edit) {
      service.world = withInstance(service.world, edit(service.instance()));
    },
    fire(start) {
      const fired = start(service.instance(), { by: 'panel', now: service.now, hex });
      if (!fired.ok) throw new Error(fired.error.message);
      service.change(() => fired.data.instance);
      return fired.data;
    },
    end(kind, how) {
      const unfinished = service.instance().events.filter((event) => event.kind === kind && !event.ending);
      for (const { id } of unfinished) service.fire((instance, { now }) => finish(instance, id, how, now));
    },
  };
  return service;
}

function pairsOf(flat: readonly string[]): [string, string][] {
  return flat.flatMap((name, i): [string, string][] => (i % 2 === 0 ? [[name, flat[i + 1] ?? '']] : []));
}

/** The events of an instance, by kind. */
export function eventsOf<K extends Event['kind']>(service: ExampleService, kind: K): Extract<Event, { kind: K }>[] {
  return service.instance().events.filter((event): event is Extract<Event, { kind: K }> => event.kind === kind);
}

/** An instance whose notices go to the first clients that ask. */
export function firstClients(count: number): (instance: Instance) => Instance {
  const rule = { kind: 'first' as const, count };
  return (instance) => ({ ...instance, audience: { spot: rule, maintenance: rule, lifecycle: rule } });
}

/** An instance that answers only with a token. */
export function requireTokens(instance: Instance): Instance {
  return { ...instance, options: { ...instance.options, httpTokens: 'required' } };
}
