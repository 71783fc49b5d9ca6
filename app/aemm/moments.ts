// When AEMM's notices come, and the times that they tell: out of delays, trigger times and times given.
import { LAST_MOMENT, wholeSeconds } from '../time.ts';
import type { AemmSettings } from './settings.ts';

const DAY_MS = 86_400_000;
/** From the request to the action of a spot notice without a time of its own. */
export const SPOT_AHEAD_MS = 120_000;

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i;

/** Milliseconds since 1970 of an RFC 3339 time, within what a world can hold; undefined for anything else. */
export function momentOf(text: string): number | undefined {
  const at = RFC_3339.test(text) ? Date.parse(text.toUpperCase()) : Number.NaN;
  return Number.isNaN(at) ? undefined : within(at);
}

/** As near as the world can hold it. */
export function within(at: number): number {
  return Math.min(Math.max(Math.round(at), 0), LAST_MOMENT);
}

/** A trigger time goes before a delay; one that can't be read has come already. AEMM counts in whole seconds. */
function dueAt(trigger: string, delaySeconds: number, startedAt: number): number {
  const start = wholeSeconds(startedAt);
  if (trigger === '') return within(start + delaySeconds * 1000);
  return wholeSeconds(momentOf(trigger) ?? start);
}

/** From when on each notice is answered. */
export function dueTimes(settings: AemmSettings, startedAt: number) {
  const mock = dueAt(settings['mock-trigger-time'], settings['mock-delay-sec'], startedAt);
  const { 'rebalance-trigger-time': rebalanceTime, 'asg-termination-trigger-time': asgTime } = settings;
  return {
    spot: mock,
    events: mock,
    rebalance: dueAt(rebalanceTime, settings['rebalance-delay-sec'], startedAt),
    lifecycle: dueAt(asgTime, settings['asg-termination-delay-sec'], startedAt),
  };
}

/** The scheduled event's times; those that are not given lie 0, 7 and 9 days after `from`. */
export function eventTimes(given: Partial<AemmSettings['events']>, from: number) {
  return {
    notBefore: momentOf(given['not-before'] ?? '') ?? from,
    notAfter: momentOf(given['not-after'] ?? '') ?? within(from + 7 * DAY_MS),
    deadline: momentOf(given['not-before-deadline'] ?? '') ?? within(from + 9 * DAY_MS),
  };
}
