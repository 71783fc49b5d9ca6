// The terms that only an answer decides.
import type { Rule } from '../answer/why.ts';
import { nearest } from '../nearest.ts';
import { numberTest } from './numbers.ts';
import type { Subject } from './subject.ts';
import { contains, type TermKind, type TermWords, type Values } from './term-kind.ts';

type AnswerTerm = 'status' | 'why' | 'ms' | 'event';

const STATUSES: Values = {
  called: 'status',
  words: 'a status is 404, 4xx or >=400',
  near: [],
  // What a status is compared with need not be one: `<600`.
  has: (value) => (/^[<>]/.test(value) ? numberTest(value) !== null : /^(?:[1-5]xx|=?[1-5]\d\d)$/.test(value)),
};

const DURATIONS: Values = {
  called: 'duration',
  words: 'a duration is >200 or <=5',
  near: [],
  has: (value) => !value.endsWith('xx') && numberTest(value) !== null,
};

const KINDS = ['interruption', 'rebalance', 'maintenance', 'lifecycle'];
const EVENTS: Values = {
  called: 'event',
  words: `an event is any, ${KINDS.join(', ')} or an id`,
  near: ['any', ...KINDS],
  has: (value) => value === 'any' || KINDS.includes(value) || isId(value),
};

/** An id can be any text; one of letters that is nearly a kind is more likely that kind, mistyped. */
function isId(value: string): boolean {
  return /[-\d]/.test(value) || nearest(value, KINDS) === null;
}

/** Finds what was asked of a path that only events fill, while none did. */
const NONE = 'none';
const WITHOUT_EVENT: ReadonlySet<string> = new Set(['no-event', 'not-due'] satisfies Rule[]);

export const ANSWER_TERMS: Record<AnswerTerm, TermKind<Subject>> = {
  status: {
    at: 'answer',
    note: '404, 4xx, >=400',
    is: 'the status is',
    isNot: 'the status is not',
    said: (value) => numberWords(value, STATUSES),
    values: STATUSES,
    offered: ['2xx', '4xx', '5xx', '>=400'],
    test: (value) => byNumber(value, ({ status }) => status ?? 0),
  },
  why: {
    at: 'answer',
    note: 'part of the reason, its rule, or none: no event',
    is: 'the reason contains',
    isNot: 'the reason does not contain',
    offered: [NONE],
    test: (value) => (subject) =>
      contains(subject.why, value) ||
      subject.rule.includes(value) ||
      (value === NONE && WITHOUT_EVENT.has(subject.rule)),
  },
  ms: {
    at: 'answer',
    note: '>200',
    is: 'the answer took',
    isNot: 'the answer did not take',
    said: (value) => `${numberWords(value, DURATIONS)}${numberTest(value) === null ? '' : ' ms'}`,
    values: DURATIONS,
    offered: ['>1', '>10', '>100', '>1000'],
    test: (value) => byNumber(value, ({ durationMs }) => durationMs),
  },
  event: {
    at: 'answer',
    note: 'any, or a kind of event',
    is: 'the answer shows',
    isNot: 'the answer does not show',
    said: eventWords,
    values: EVENTS,
    offered: ['any'],
    test: (value) => (subject) =>
      value === 'any' ? subject.tag !== null : subject.tag === value || subject.event === value,
    testLine: (value) => (line) => value === 'any' || line.tag === value || line.event === value,
  },
};

/** Without a test of its own: only who keeps the bodies can look into them. */
export const BODY_TERM: TermWords = {
  at: 'answer',
  note: 'part of the body that went out',
  is: 'the body contains',
  isNot: 'the body does not contain',
};

/** What is no number matches nothing. */
function byNumber(value: string, read: (subject: Subject) => number): (subject: Subject) => boolean {
  const test = numberTest(value);
  return test === null ? () => false : (subject) => test.holds(read(subject));
}

function numberWords(value: string, { words }: Values): string {
  return numberTest(value)?.words ?? `“${value}”, which nothing is: ${words}`;
}

function eventWords(value: string): string {
  if (value === 'any') return 'an event';
  return KINDS.includes(value.toLowerCase()) ? value.toLowerCase() : `the event ${value}`;
}
