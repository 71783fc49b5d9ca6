// What an operation works on, and the one way in which it changes an instance.
import type { Status } from '../../app/contract/server.ts';
import type { FiredBy } from '../../app/events/kinds.ts';
import type { Abilities } from '../../app/abilities.ts';
import type { Respond } from '../../app/answer/respond.ts';
import { failed, type Result } from '../../app/result.ts';
import type { EventFinder } from '../../app/log/explain.ts';
import { findEvent } from '../../app/world/event-index.ts';
import type { Instance } from '../../app/world/world.ts';
import { instanceNamed, withInstance } from '../../app/world/instances.ts';
import type { Identity } from '../identity/identity.ts';
import type { KeptSettings } from '../keep-settings.ts';
import type { Keeping } from '../keeping/keeping.ts';
import type { Listener } from '../listen.ts';
import type { Plane } from '../imds/plane.ts';
import type { Exports } from '../log/exports.ts';
import type { Processes } from '../log/processes.ts';
import type { RequestLog } from '../log/request-log.ts';
import type { TrafficStore } from '../traffic-store.ts';
import { type Changing, changeWorld } from '../history/change-world.ts';
import type { History } from '../history/history.ts';
import type { WorldStore } from '../world-store.ts';

export type Context = {
  version: string;
  run: string;
  startedAt: number;
  now: () => number;
  world: WorldStore;
  traffic: TrafficStore;
  /** Has what is changed on disk before it is answered. */
  keeping: Keeping;
  /** Whoever changes something on purpose notes here how it is taken back. */
  history: History;
  log: RequestLog;
  exports: Exports;
  processes: Processes;
  plane: Plane;
  abilities: Abilities;
  /** Signs for the core; operations that read values wait until it can. */
  identity: Identity;
  respond: Respond;
  /** Marks what Metadeck itself asks over the wire. */
  probeSecret: string;
  settings: Pick<KeptSettings, 'get' | 'patch'>;
  control: () => { http: Listener | null; socket: string | null; tokenGiven: boolean };
  /** Another token for control over HTTP, kept for the next start where that is done. */
  rotateToken: () => Promise<string>;
  saved: Status['saved'];
  warnings: () => { at: number; text: string }[];
  /** Tells of a throw that should not have been. */
  failed: (error: unknown) => void;
};

/** One call: what it works on, and who made it. */
export type Caller<C = Context> = { context: C; by: FiredBy };

/** An operation that reads or compares values: they may be signatures, so it waits for the key. */
export function withKey<C extends { identity: Pick<Identity, 'ready'> }, I, O>(
  run: (caller: Caller<C>, input: I) => O | Promise<O>,
): (caller: Caller<C>, input: I) => Promise<O> {
  return async (caller, input) => {
    await caller.context.identity.ready();
    return run(caller, input);
  };
}

/** The instance that an input names, or the first. */
export function pick(context: Pick<Context, 'world'>, name: string | undefined): Result<Instance> {
  const instance = instanceNamed(context.world.world(), name);
  return instance
    ? { ok: true, data: instance }
    : failed('NOT_FOUND', `There is no instance ${name ?? ''}; leave it out for the first one.`);
}

/** Changes one instance under a title for undo; what is refused changes nothing. */
export function edit<T extends { instance: Instance }>(
  context: Changing,
  name: string | undefined,
  title: string,
  change: (instance: Instance) => Result<T>,
): Result<Edited<T>> {
  const changed = tryEdit(context, name, change);
  if (!changed.ok) return changed;
  const { before, instance } = changed.data;
  if (instance !== before) changeWorld(context, title, withInstance(context.world.world(), instance), instance.name);
  return changed;
}

type Edited<T> = T & { before: Instance };

/** What an edit would make of an instance, or why it is refused; nothing is changed. */
export function tryEdit<T extends { instance: Instance }>(
  context: Pick<Context, 'world'>,
  name: string | undefined,
  change: (instance: Instance) => Result<T>,
): Result<Edited<T>> {
  const picked = pick(context, name);
  if (!picked.ok) return picked;
  const changed = change(picked.data);
  return changed.ok ? { ok: true, data: { ...changed.data, before: picked.data } } : changed;
}

/** Finds events that are still known. */
export function eventFinder(context: Pick<Context, 'world'>): EventFinder {
  return (id, instance) => findEvent(context.world.world(), id, instance)?.event;
}

/** The instance that is meant by an event's id: the one that is named, or else the one that has it. */
export function nameByEvent(context: Pick<Context, 'world'>, { id, instance }: OneEvent): string | undefined {
  return instance ?? findEvent(context.world.world(), id)?.instance.name;
}

export type OneEvent = { id: string; instance?: string | undefined };
