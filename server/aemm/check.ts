// What AEMM refuses before it serves: actions, codes, states and times, each with AEMM's own sentence (aemm.md 4).
import type { AemmSettings } from '../../app/aemm/settings.ts';
import type { Issue } from '../../app/result.ts';
import { isBase64 } from './user-data.ts';

export const SPOT_ACTIONS = ['terminate', 'hibernate', 'stop'] as const;
export const EVENT_CODES = [
  'instance-reboot',
  'system-reboot',
  'system-maintenance',
  'instance-retirement',
  'instance-stop',
] as const;
export const EVENT_STATES = ['active', 'completed', 'canceled'] as const;

type Check = {
  /** Its key in a configuration file: `spot.action`. */
  key: string;
  value: string;
  allowed: readonly string[] | 'time';
};

/** AEMM's sentences for whatever this command could not mock, each with its newline; empty where all is well. */
export function refusals(settings: AemmSettings): string {
  return wrongOnes(settings)
    .map((check) => {
      const flag = check.key.slice(check.key.indexOf('.') + 1);
      return `Invalid CLI input ${JSON.stringify(check.value)} for flag ${flag}. Allowed value(s): ${allowedBy(check)}.\n`;
    })
    .join('');
}

/** The same for somebody who wrote a file, by its keys, and user data that is no base64. */
export function settingIssues(settings: AemmSettings): Issue[] {
  const issues = wrongOnes(settings).map((check) => ({
    path: check.key,
    message: `${check.key} can't be ${JSON.stringify(check.value.slice(0, MAX_SHOWN))}; allowed: ${allowedBy(check)}.`,
  }));
  const path = 'userdata.values.userdata';
  const message = `${path} is no base64; encode it, with its padding.`;
  return isBase64(settings.userdata.values['userdata']) ? issues : [...issues, { path, message }];
}

const MAX_SHOWN = 80;

function wrongOnes(settings: AemmSettings): Check[] {
  return [...ownChecks(settings), ...commonChecks(settings)].filter(isWrong);
}

function ownChecks({ command, spot, events }: AemmSettings): Check[] {
  return [
    ...(command === 'all' || command === 'spot' ? spotChecks(spot) : []),
    ...(command === 'all' || command === 'events' ? eventChecks(events) : []),
  ];
}

function spotChecks(spot: AemmSettings['spot']): Check[] {
  return [
    { key: 'spot.action', value: spot.action, allowed: SPOT_ACTIONS },
    { key: 'spot.time', value: spot.time, allowed: 'time' },
    { key: 'spot.rebalance-rec-time', value: spot['rebalance-rec-time'], allowed: 'time' },
  ];
}

function eventChecks(events: AemmSettings['events']): Check[] {
  return [
    { key: 'events.code', value: events.code, allowed: EVENT_CODES },
    { key: 'events.state', value: events.state, allowed: EVENT_STATES },
    { key: 'events.not-before', value: events['not-before'], allowed: 'time' },
    { key: 'events.not-after', value: events['not-after'], allowed: 'time' },
    { key: 'events.not-before-deadline', value: events['not-before-deadline'], allowed: 'time' },
  ];
}

const TRIGGERS = ['mock-trigger-time', 'rebalance-trigger-time', 'asg-termination-trigger-time'] as const;

function commonChecks(settings: AemmSettings): Check[] {
  return TRIGGERS.map((key) => ({ key, value: settings[key], allowed: 'time' }));
}

function isWrong({ value, allowed }: Check): boolean {
  return allowed === 'time' ? value !== '' && !isTime(value) : !allowed.includes(value);
}

function allowedBy({ allowed }: Check): string {
  return allowed === 'time' ? 'time in RFC3339 format, e.g. 2020-01-07T01:03:47Z' : allowed.join(',');
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
