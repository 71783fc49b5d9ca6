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

const RFC_3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:Z|[+-](\d\d):(\d\d))$/;

/** A time of RFC 3339 that there is: no 30 February, no hour 24. */
export function isTime(text: string): boolean {
  const parts = RFC_3339.exec(text)
    ?.slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  if (parts === undefined) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, zoneHour = 0, zoneMinute = 0] = parts;
  const daysInMonth = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth;
  return isDay && hour < 24 && minute < 60 && second < 60 && zoneHour <= 24 && zoneMinute < 60;
}
