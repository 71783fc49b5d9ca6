// A mirror of the world as the server tells it: events and who gets them. Metadata is pulled by the screens that show it.
import { create } from 'zustand';
import type { AudienceView, EventView } from '../../app/contract/events.ts';
import { learnMoment } from './clock.ts';

type WorldMirror = {
  /** Newest first; null until the first answer. */
  events: EventView[] | null;
  audience: AudienceView | null;
  /** Changes whenever the world does: whoever shows metadata, facts or options pulls again. */
  revision: number;
};

export const useWorld = create<WorldMirror>()(() => ({ events: null, audience: null, revision: 0 }));

/** Counts what was learned by acting, so that a pull that was under way meanwhile doesn't take it back. */
let learned = 0;

/** To be called when a pull begins: the function it gives takes that pull's answer, null where one was refused. */
export function askedForEvents(): (events: EventView[] | null, audience: AudienceView | null) => void {
  const before = learned;
  return (events, audience) => {
    learnMoment(lastMoment(events ?? []));
    useWorld.setState({
      ...(events !== null && before === learned ? { events } : {}),
      ...(audience === null ? {} : { audience }),
    });
  };
}

/** Takes events that an action answered with; the next pull brings what else it changed. */
export function tookEvents(changed: readonly EventView[]): void {
  learned += 1;
  learnMoment(lastMoment(changed));
  useWorld.setState(({ events }) => ({ events: mergedEvents(events ?? [], changed) }));
}

/** The latest moment that the server must have been at to say this (milliseconds since 1970), so that what is drawn of it is of one moment. */
export function lastMoment(events: readonly EventView[]): number {
  return Math.max(Number.NEGATIVE_INFINITY, ...events.flatMap(momentsOf).map((at) => Date.parse(at)));
}

function momentsOf({ phase, firedAt, noticeDueAt, actionDueAt, endedAt, seenBy }: EventView): string[] {
  const isShown = phase === 'noticed' || phase === 'reached';
  return [
    firedAt,
    ...(isShown ? [noticeDueAt] : []),
    ...(phase === 'reached' && actionDueAt !== null ? [actionDueAt] : []),
    ...(endedAt === null ? [] : [endedAt]),
    ...seenBy.map(({ lastAt }) => lastAt),
  ];
}

/** Newest first: known ones are replaced in place, new ones come before. */
export function mergedEvents(events: readonly EventView[], changed: readonly EventView[]): EventView[] {
  const byId = new Map(changed.map((event) => [event.id, event]));
  const known = new Set(events.map(({ id }) => id));
  const added = changed.filter(({ id }) => !known.has(id)).reverse();
  return [...added, ...events.map((event) => byId.get(event.id) ?? event)];
}

export function worldChanged(): void {
  useWorld.setState(({ revision }) => ({ revision: revision + 1 }));
}
