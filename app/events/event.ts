// What all events have in common: an id, fixed times, who fired them, how they ended, and the phase computed from these.
import * as z from 'zod';
import { LAST_MOMENT } from '../time.ts';

export const GROUPS = ['spot', 'maintenance', 'lifecycle'] as const;
/** Events whose notices share places (behaviour.md, Who gets notices). */
export type Group = (typeof GROUPS)[number];

export const PHASES = ['scheduled', 'noticed', 'reached', 'cancelled', 'completed'] as const;
export type Phase = (typeof PHASES)[number];

export const FIRED_BY = ['panel', 'cli', 'http', 'file'] as const;
export type FiredBy = (typeof FIRED_BY)[number];

/** Milliseconds since 1970. */
export const eventTime = z.number().int().min(0).max(LAST_MOMENT);

/** The fields of every event. Times are milliseconds since 1970 and never change after firing; a skip is kept beside them. */
export const eventBase = {
  id: z.string().min(1).max(64),
  by: z.enum(FIRED_BY),
  firedAt: eventTime,
  /** From when on the notice is on the wire. */
  noticeAt: eventTime,
  /** How far this event has been moved on, in milliseconds. */
  skippedMs: z.number().int().min(0).max(LAST_MOMENT).default(0),
  /** When the notice really became visible, once a skip has moved the event; sightings are measured from here. */
  shownAt: eventTime.optional(),
  ending: z.strictObject({ kind: z.enum(['cancelled', 'completed']), at: eventTime }).optional(),
};

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
