// What AEMM refuses before it serves: actions, codes, states and times, each with AEMM's own sentence (aemm.md 4).
import type { AemmSettings } from '../../../app/aemm/settings.ts';
import { EVENT_CODES, EVENT_STATES, SPOT_ACTIONS } from '../flags.ts';

type Check = { name: string; value: string; allowed: readonly string[] | 'time' };

/** AEMM's sentences for whatever this command could not mock, each with its newline; empty where all is well. */
export function refusals(settings: AemmSettings): string {
  return [...ownChecks(settings), ...commonChecks(settings)].map(refusal).join('');
}

function ownChecks({ command, spot, events }: AemmSettings): Check[] {
  return [
    ...(command === 'all' || command === 'spot' ? spotChecks(spot) : []),
    ...(command === 'all' || command === 'events' ? eventChecks(events) : []),
  ];
}

function spotChecks(spot: AemmSettings['spot']): Check[] {
  return [
    { name: 'action', value: spot.action, allowed: SPOT_ACTIONS },
    { name: 'time', value: spot.time, allowed: 'time' },
    { name: 'rebalance-rec-time', value: spot['rebalance-rec-time'], allowed: 'time' },
  ];
}

function eventChecks(events: AemmSettings['events']): Check[] {
  return [
    { name: 'code', value: events.code, allowed: EVENT_CODES },
    { name: 'state', value: events.state, allowed: EVENT_STATES },
    { name: 'not-before', value: events['not-before'], allowed: 'time' },
    { name: 'not-after', value: events['not-after'], allowed: 'time' },
    { name: 'not-before-deadline', value: events['not-before-deadline'], allowed: 'time' },
  ];
}

const TRIGGERS = ['mock-trigger-time', 'rebalance-trigger-time', 'asg-termination-trigger-time'] as const;

function commonChecks(settings: AemmSettings): Check[] {
  return TRIGGERS.map((name) => ({ name, value: settings[name], allowed: 'time' }));
}

function refusal({ name, value, allowed }: Check): string {
  if (typeof allowed === 'object') {
    return allowed.includes(value) ? '' : sentence(name, value, allowed.join(','));
  }
  const isFine = value === '' || isTime(value);
  return isFine ? '' : sentence(name, value, 'time in RFC3339 format, e.g. 2020-01-07T01:03:47Z');
}

function sentence(name: string, value: string, allowed: string): string {
  return `Invalid CLI input ${JSON.stringify(value)} for flag ${name}. Allowed value(s): ${allowed}.\n`;
}

const RFC_3339 =
  /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-4]):[0-5]\d)$/;

/** A time of RFC 3339 that there is: no 30 February, no hour 24. */
export function isTime(text: string): boolean {
  const [year, month, day] = (RFC_3339.exec(text) ?? []).slice(1, 4).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  // Every 400 years the calendar is the same; years below 100 would be taken for those of the last century.
  return day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}
