// The terms that ask when something came, and whether lines about events stand between the requests: they look at both.
import { span } from '../words.ts';
import { isoTime } from '../time.ts';
import type { LineSubject, Subject, Times } from './subject.ts';
import { oneOfThese, type TermKind, type Values } from './term-kind.ts';

type TimeTerm = 'since' | 'last' | 'events';

const NEWEST = 'event';
const TIME_OF_DAY = /^(\d{1,2}):(\d\d)(?::(\d\d))?$/;
const AGO = /^(\d{1,6})(s|m|min|h|d)$/;
const UNIT_SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, min: 60, h: 3600, d: 86_400 };

const MOMENTS: Values = {
  called: 'moment',
  words: 'a moment is event, for the newest one fired, or a time of today such as 10:32 or 10:32:05',
  near: [NEWEST],
  has: (value) => value === NEWEST || timeOfDay(value, 0) !== undefined,
};

const SPANS: Values = {
  called: 'span',
  words: 'a span is 30s, 5m, 2h or 1d',
  near: [],
  has: (value) => secondsIn(value) !== undefined,
};

export const TIME_TERMS: Record<TimeTerm, TermKind<Subject>> = {
  since: {
    at: 'answer',
    note: 'event, or a time of today: 10:32',
    is: 'they came since',
    isNot: 'they came before',
    said: (value) => (value.toLowerCase() === NEWEST ? 'the newest event' : `${value} today`),
    values: MOMENTS,
    offered: [NEWEST],
    test: (value, times) => after(sinceWhen(value, times)),
    testLine: (value, times) => after(sinceWhen(value, times)),
  },
  last: {
    at: 'answer',
    note: '30s, 5m, 2h',
    is: 'they came in the last',
    isNot: 'they did not come in the last',
    said: (value) => span(secondsIn(value.toLowerCase()) ?? 0),
    values: SPANS,
    offered: ['1m', '5m', '1h'],
    test: (value, times) => after(agoWhen(value, times)),
    testLine: (value, times) => after(agoWhen(value, times)),
  },
  events: {
    at: 'answer',
    note: 'off: no lines about events',
    is: 'no event',
    isNot: 'only an event',
    said: () => 'is shown',
    values: oneOfThese('choice', 'a choice is off', ['off']),
    offered: ['off'],
    test: () => () => true,
    testLine: () => () => false,
  },
};

/** Times as the control API writes them sort as text. */
function after(moment: number | undefined): (subject: Pick<Subject | LineSubject, 'at'>) => boolean {
  if (moment === undefined) return () => false;
  const from = isoTime(moment);
  return ({ at }) => at >= from;
}

function sinceWhen(value: string, { now, newestEvent }: Times): number | undefined {
  return value === NEWEST ? newestEvent : timeOfDay(value, now);
}

/** Of the day of `now`, in local time; milliseconds since 1970. */
function timeOfDay(value: string, now: number): number | undefined {
  const found = TIME_OF_DAY.exec(value);
  const [hours, minutes, seconds] = [found?.[1], found?.[2], found?.[3] ?? '0'].map(Number);
  if (!found || hours === undefined || hours > 23 || minutes === undefined || minutes > 59) return undefined;
  return seconds === undefined || seconds > 59 ? undefined : new Date(now).setHours(hours, minutes, seconds, 0);
}

function agoWhen(value: string, { now }: Times): number | undefined {
  const seconds = secondsIn(value);
  return seconds === undefined ? undefined : now - seconds * 1000;
}

function secondsIn(value: string): number | undefined {
  const found = AGO.exec(value);
  const unit = UNIT_SECONDS[found?.[2] ?? ''];
  return unit === undefined ? undefined : Number(found?.[1]) * unit;
}
