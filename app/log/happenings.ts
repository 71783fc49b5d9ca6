// What happened to the events of an instance, as lines for the log: by what somebody did, and by time alone.
import { dialectOf } from '../answer/dialects.ts';
import { phaseOf } from '../events/event.ts';
import { actionTime } from '../events/on-the-wire.ts';
import type { Event } from '../events/schema.ts';
import { span } from '../words.ts';
import type { Instance } from '../world/world.ts';
import type { EventLine } from './event-line.ts';
import { EVENT_WORDS, TAG_OF } from './explain.ts';

/** One that is not in the log yet. */
export type Happening = Omit<EventLine, 'sequence'>;
type What = Happening['what'];

/** When an edit was noticed and when the one before it was, in milliseconds since 1970. */
type Edited = { since: number; now: number };

/** What became of an instance's events with an edit, withdrawn ones first. */
export function editedEvents(before: Instance | undefined, after: Instance, edited: Edited): Happening[] {
  if (before?.events === after.events) return [];
  const was = new Map(before?.events.map((event) => [event.id, event]));
  const is = new Set(after.events.map(({ id }) => id));
  // One that ended goes by itself after a hundred others, which is nothing that happened to it.
  const gone = [...was.values()].filter(({ id, ending }) => !is.has(id) && !ending);
  return [
    ...gone.map((event) => happening(after, event, 'withdrawn', edited.now)),
    ...after.events.flatMap((event) => changes(after, was.get(event.id), event, edited)),
  ];
}

function changes(instance: Instance, was: Event | undefined, is: Event, { since, now }: Edited): Happening[] {
  if (was === is) return [];
  const one = (what: What, words?: string) => happening(instance, is, what, now, words);
  if (!was) return [is.firedAt >= since ? one('fired') : one('restored')];
  if (is.ending) return was.ending ? [] : [one(is.ending.kind)];
  const skippedMs = is.skippedMs - was.skippedMs;
  if (was.ending || skippedMs < 0) return [one('restored')];
  if (skippedMs === 0) return [];
  const entered = enteredPhases(instance, is, phase(instance, was, now), now);
  return [one('skipped', `skipped ahead by ${span(skippedMs / 1000)}`), ...entered.map((what) => one(what))];
}

/** What ended while no Metadeck ran, for a world that was opened at that moment or later. */
export function missedEvents(instance: Instance, openedAt: number): Happening[] {
  const ended = instance.events.filter(({ ending }) => ending !== undefined && ending.at >= openedAt);
  return ended.map((event) => happening(instance, event, 'completed', openedAt, MISSED));
}

const MISSED = 'completed: its action time passed while Metadeck did not run';

/** What time alone brought about after `from` and up to `now` (milliseconds since 1970), in its order. */
export function passedEvents(instance: Instance, from: number, now: number): Happening[] {
  const all = instance.events.flatMap((event) =>
    enteredPhases(instance, event, phase(instance, event, from), now).map((what) =>
      happening(instance, event, what, startOf(event, what)),
    ),
  );
  return all.sort((a, b) => a.at - b.at);
}

const FORWARD = ['scheduled', 'noticed', 'reached'] as const;
type Ahead = (typeof FORWARD)[number];

/** Which of them an event is in; undefined for one that ended. An action that moves on with each request is never reached. */
function phase(instance: Instance, event: Event, now: number): Ahead | undefined {
  const actionAt = dialectOf(instance).movedAction(instance, event, now) === undefined ? actionTime(event) : undefined;
  const found = phaseOf(event, actionAt, now);
  return FORWARD.find((one) => one === found);
}

/** The phases that an event came into since it was in that one. */
function enteredPhases(
  instance: Instance,
  event: Event,
  from: Ahead | undefined,
  now: number,
): ('noticed' | 'reached')[] {
  const to = phase(instance, event, now);
  if (from === undefined || to === undefined) return [];
  return ENTERED.filter(
    (one) => FORWARD.indexOf(one) > FORWARD.indexOf(from) && FORWARD.indexOf(one) <= FORWARD.indexOf(to),
  );
}

const ENTERED = ['noticed', 'reached'] as const;

/** When an event came into a phase by time alone. */
function startOf(event: Event, what: 'noticed' | 'reached'): number {
  const at = what === 'noticed' ? event.noticeAt : (actionTime(event) ?? event.noticeAt);
  return at - event.skippedMs;
}

function happening(
  { name }: Instance,
  event: Event,
  what: What,
  at: number,
  words = wordsOf(event, what, at),
): Happening {
  return {
    at,
    instance: name,
    event: event.id,
    what,
    tag: TAG_OF[event.kind],
    why: `${EVENT_WORDS[event.kind]} ${words}`,
  };
}

function wordsOf(event: Event, what: What, now: number): string {
  return what === 'fired' ? firedWords(event, now) : WORDS[what];
}

const WORDS: Record<Exclude<What, 'fired'>, string> = {
  noticed: 'is on the wire: its notice came',
  reached: 'has reached its action time',
  skipped: 'skipped ahead',
  cancelled: 'cancelled',
  completed: 'completed',
  withdrawn: 'withdrawn',
  restored: 'is back',
};

const BY: Record<Event['by'], string> = { panel: 'the panel', cli: 'the command line', http: 'HTTP', file: 'a file' };

/** `fired by the panel: terminate in 2 min`. */
function firedWords(event: Event, now: number): string {
  const action = actionTime(event);
  const said = [
    subjectOf(event),
    event.noticeAt > now ? `notice in ${span((event.noticeAt - now) / 1000)}` : '',
    action === undefined || action <= now ? '' : `action in ${span((action - now) / 1000)}`,
  ].filter((part) => part !== '');
  return `fired by ${BY[event.by]}${said.length === 0 ? '' : `: ${said.join(', ')}`}`;
}

function subjectOf(event: Event): string {
  if (event.kind === 'spot-interruption') return event.action;
  if (event.kind === 'maintenance') return event.code;
  return event.kind === 'lifecycle' ? event.state : '';
}
