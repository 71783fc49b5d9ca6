// The notices that AEMM's settings ask for, as events of the world: seen, skipped, cancelled and replaced like any other.
import { MAINTENANCE_CODES, SPOT_ACTIONS } from '../events/kinds.ts';
import type { Event } from '../events/schema.ts';
import { wholeSeconds } from '../time.ts';
import { CONFIGURED_IDS } from './configured.ts';
import { dueTimes, eventTimes, momentOf, SPOT_AHEAD_MS, within } from './moments.ts';
import type { AemmCommand, AemmSettings } from './settings.ts';

const MOCKED: Readonly<Record<AemmCommand, readonly Event['kind'][]>> = {
  all: ['spot-interruption', 'rebalance-recommendation', 'maintenance', 'lifecycle'],
  spot: ['spot-interruption', 'rebalance-recommendation'],
  events: ['maintenance'],
  asglifecycle: ['lifecycle'],
};

/** The kinds of notice that a command mocks. */
export function kindsOf(command: AemmCommand): readonly Event['kind'][] {
  return MOCKED[command];
}

/** One event for each notice that the command mocks, made at the start. */
export function configuredEvents(settings: AemmSettings, startedAt: number): Event[] {
  const due = dueTimes(settings, startedAt);
  const base = (kind: Event['kind'], noticeAt: number) => {
    return { id: CONFIGURED_IDS[kind], by: 'file' as const, firedAt: startedAt, noticeAt, skippedMs: 0 };
  };
  const { notBefore, notAfter } = eventTimes(settings.events, wholeSeconds(startedAt));
  const events: Event[] = [
    {
      ...base('spot-interruption', due.spot),
      kind: 'spot-interruption',
      action: oneOf(SPOT_ACTIONS, settings.spot.action) ?? 'terminate',
      actionAt: momentOf(settings.spot.time) ?? within(due.spot + SPOT_AHEAD_MS),
    },
    { ...base('rebalance-recommendation', due.rebalance), kind: 'rebalance-recommendation' },
    {
      ...base('maintenance', due.events),
      kind: 'maintenance',
      code: oneOf(MAINTENANCE_CODES, settings.events.code) ?? 'system-reboot',
      description: describe(settings.events.code),
      eventId: eventIdOf(settings),
      notBefore,
      notAfter,
    },
    { ...base('lifecycle', due.lifecycle), kind: 'lifecycle', state: 'Terminated' },
  ];
  return events.filter(({ kind }) => kindsOf(settings.command).includes(kind));
}

function oneOf<T extends string>(allowed: readonly T[], given: string): T | undefined {
  return allowed.find((one) => one === given);
}

const MAX_DESCRIPTION = 1000;

/** AEMM's own words for a scheduled event. */
export function describe(code: string): string {
  return `The instance is scheduled for ${code}`.slice(0, MAX_DESCRIPTION);
}

/** The id that is told, as far as the world can hold it. */
function eventIdOf({ metadata }: AemmSettings): string {
  const given = metadata.values['event-id'];
  return typeof given === 'string' && /^instance-event-[0-9a-f]{17}$/.test(given) ? given : NO_EVENT_ID;
}

const NO_EVENT_ID = 'instance-event-00000000000000000';
