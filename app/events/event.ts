// What all events have in common: a phase computed from fixed times, and how they ended.
import type { FiredBy, Phase } from './kinds.ts';

type Timed = {
  noticeAt: number;
  skippedMs: number;
  shownAt?: number | undefined;
  ending?: { kind: 'cancelled' | 'completed' } | undefined;
};

/** The phase at `now`; `actionAt` is when what was announced happens, if anything does. */
export function phaseOf(event: Timed, actionAt: number | undefined, now: number): Phase {
  if (event.ending) return event.ending.kind;
  const moment = now + event.skippedMs;
  if (moment < event.noticeAt) return 'scheduled';
  return actionAt === undefined || moment < actionAt ? 'noticed' : 'reached';
}

/** True while the event is on the wire: its notice has come and nobody has ended it. */
export function stands(event: Timed, now: number): boolean {
  return !event.ending && now + event.skippedMs >= event.noticeAt;
}

/** Real time at which the notice became, or will become, visible (behaviour.md, Sightings). */
export function visibleFrom(event: Timed): number {
  return event.shownAt ?? event.noticeAt - event.skippedMs;
}

/** True for an event that a file of settings asked for, not somebody who fired it. */
export function isConfigured({ by }: { by: FiredBy }): boolean {
  return by === 'file';
}
