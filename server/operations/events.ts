// Operations on events.
import type { Parsed } from '../../app/contract/contract.ts';
import type { EventView } from '../../app/contract/events.ts';
import { finish, skipBy, skipTo, unfinishedEvent, withdraw } from '../../app/events/finish.ts';
import * as fire from '../../app/events/fire.ts';
import { dialectOf } from '../../app/answer/dialects.ts';
import { done, failed, type Result } from '../../app/result.ts';
import type { Event } from '../../app/events/schema.ts';
import type { Instance } from '../../app/world/world.ts';
import { eventView, eventViews } from '../../app/views/event-view.ts';
import { nodeAbilities } from '../abilities.ts';
import { type Caller, type Context, edit, nameByEvent, type OneEvent, pick } from './context.ts';

/** What of a run these work on. */
type Used = Pick<Context, 'history' | 'now' | 'traffic' | 'world'>;

export const eventHandlers = {
  'events.list': ({ context }: Caller<Used>, input: Parsed<'events.list'>) => {
    const picked = pick(context, input.instance);
    return picked.ok ? done({ items: eventViews(picked.data, context.traffic.traffic, context.now()) }) : picked;
  },
  'events.withdraw': ({ context }: Caller<Used>, input: Parsed<'events.withdraw'>) => {
    const changed = edit(context, input.instance, 'withdrew all events', (instance) =>
      done({ instance: instance.events.length === 0 ? instance : { ...instance, events: [] } }),
    );
    return changed.ok ? done({ withdrawn: changed.data.before.events.length }) : changed;
  },
  'events.withdraw-one': ({ context }: Caller<Used>, input: Parsed<'events.withdraw-one'>) => {
    const { id } = input;
    const changed = edit(context, nameByEvent(context, input), titled('withdrew', id), (before) =>
      withdraw(before, id),
    );
    return changed.ok
      ? done(eventView(changed.data.instance, changed.data.event, context.traffic.traffic, context.now()))
      : changed;
  },
  'events.interrupt': (caller: Caller<Used>, input: Parsed<'events.interrupt'>) =>
    fired(caller, input.instance, 'fired interruption', (instance, firing) => fire.interrupt(instance, input, firing)),
  'events.rebalance': (caller: Caller<Used>, input: Parsed<'events.rebalance'>) =>
    fired(caller, input.instance, 'recommended a rebalance', (instance, firing) =>
      fire.recommendRebalance(instance, input, firing),
    ),
  'events.maintenance': (caller: Caller<Used>, input: Parsed<'events.maintenance'>) => {
    const { code, description } = input;
    const times = { notBefore: at(input.notBefore), notAfter: at(input.notAfter) };
    return fired(caller, input.instance, `scheduled ${code}`, (instance, firing) => {
      const words = description ?? dialectOf(instance).maintenanceWords(code);
      return fire.scheduleMaintenance(instance, { code, description: words, ...times }, firing);
    });
  },
  'events.lifecycle': (caller: Caller<Used>, input: Parsed<'events.lifecycle'>) =>
    fired(caller, input.instance, `set lifecycle state ${input.state}`, (instance, firing) =>
      fire.setLifecycle(instance, input, firing),
    ),
  'events.skip': ({ context }: Caller<Used>, input: Parsed<'events.skip'>) => {
    const now = context.now();
    const changed = edit(context, skippedIn(context, input), 'skipped ahead', (instance) =>
      skipped(instance, input, now),
    );
    return changed.ok ? done({ items: eventViews(changed.data.instance, context.traffic.traffic, now) }) : changed;
  },
  'events.cancel': ({ context }: Caller<Used>, input: Parsed<'events.cancel'>) => finished(context, input, 'cancelled'),
  'events.complete': ({ context }: Caller<Used>, input: Parsed<'events.complete'>) =>
    finished(context, input, 'completed'),
};

function at(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Date.parse(text);
}

type Fire = (instance: Instance, firing: fire.Firing) => fire.Fired;

function fired(
  { context, by }: Caller<Used>,
  name: string | undefined,
  title: string,
  start: Fire,
): Result<{ events: EventView[] }> {
  const firing = { by, now: context.now(), hex };
  const changed = edit(context, name, title, (instance) => start(instance, firing));
  if (!changed.ok) return changed;
  return done({
    events: changed.data.events.map((event) =>
      eventView(changed.data.instance, event, context.traffic.traffic, firing.now),
    ),
  });
}

function hex(digits: number): string {
  return Buffer.from(nodeAbilities.random(Math.ceil(digits / 2)))
    .toString('hex')
    .slice(0, digits);
}

/** The instance that is named, or has the event; otherwise the first one with something to skip. */
function skippedIn(context: Used, { id, instance }: Parsed<'events.skip'>): string | undefined {
  if (id !== undefined) return nameByEvent(context, { id, instance });
  return instance ?? context.world.world().instances.find(hasUnfinished)?.name;
}

function hasUnfinished({ events }: Instance): boolean {
  return events.some((event) => !event.ending);
}

function skipped(instance: Instance, input: Parsed<'events.skip'>, now: number): Result<{ instance: Instance }> {
  const { id } = input;
  const one = id === undefined ? null : unfinishedEvent(instance, id);
  if (one?.ok === false) return one;
  if (!hasUnfinished(instance))
    return failed('CONFLICT', 'No event is unfinished, so there is nothing to skip; fire one first.');
  const moves = (event: Event): boolean => id === undefined || event.id === id;
  if ('seconds' in input) return done({ instance: skipBy(instance, Math.round(input.seconds * 1000), now, moves) });
  const moved = skipTo(instance, input.to, now, moves);
  return moved.ok ? done({ instance: moved.data }) : moved;
}

function finished(context: Used, input: OneEvent, kind: 'cancelled' | 'completed'): Result<EventView> {
  const now = context.now();
  const changed = edit(context, nameByEvent(context, input), titled(kind, input.id), (instance) =>
    finish(instance, input.id, kind, now),
  );
  return changed.ok
    ? done(eventView(changed.data.instance, changed.data.event, context.traffic.traffic, now))
    : changed;
}

/** `cancelled spot event`: an id begins with its kind. */
function titled(what: string, id: string): string {
  return `${what} ${id.split('-')[0] ?? ''} event`;
}
