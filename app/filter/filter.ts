// The filter language of the log, as a test: all terms must hold.
import type { LineSubject, Subject, Times } from './subject.ts';
import { termsOf, type Term } from './parse.ts';
import { lineTestOf, type Operator, TERMS } from './terms.ts';

type Matcher<S> = (subject: S) => boolean;

/** Whether the body of an answer contains a text, which is in small letters. */
export type InBody<S> = (subject: S, text: string) => boolean;

/** What a filter needs to know beside its subjects: what is in bodies, which they have not, and what times are reckoned from. */
export type Beside<S> = { inBody?: InBody<S>; times?: Times };

const NO_TIMES: Times = { now: 0, newestEvent: undefined };

/**
 * What a filter lets through, of requests and of lines about events between them. Nothing that is typed is an error: what is no
 * term is a plain word, and what is no value matches nothing.
 */
export function compileFilter<S extends Subject>(text: string, beside: Beside<S> = {}): Matcher<S | LineSubject> {
  const known = { inBody: () => false, times: NO_TIMES, ...beside };
  const terms = termsOf(text);
  const matchers = terms.map((term) => termMatcher(term, (value) => valueMatcher(term.operator, value, known)));
  const lineMatchers = terms.flatMap((term) => lineMatcher(term, known.times) ?? []);
  return (subject) =>
    subject.kind === 'event'
      ? lineMatchers.every((matches) => matches(subject))
      : matchers.every((matches) => matches(subject));
}

function termMatcher<S>({ values, negated }: Term, matcher: (value: string) => Matcher<S>): Matcher<S> {
  const tests = values.map(({ text }) => matcher(text.toLowerCase()));
  if (tests.length === 0) return () => true;
  return (subject) => tests.some((matches) => matches(subject)) !== negated;
}

function lineMatcher(term: Term, times: Times): Matcher<LineSubject> | undefined {
  const testLine = term.operator === null ? undefined : lineTestOf(term.operator);
  return testLine && termMatcher(term, (value) => testLine(value, times));
}

function valueMatcher<S extends Subject>(
  operator: Operator | null,
  value: string,
  { inBody, times }: Required<Beside<S>>,
): Matcher<S> {
  if (operator === null) return anywhere(value);
  return operator === 'body' ? (subject) => inBody(subject, value) : TERMS[operator].test(value, times);
}

/** By an expression, which unlike small letters makes no copy of every text of every subject. */
function anywhere(value: string): Matcher<Subject> {
  const wanted = new RegExp(value.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i');
  return (subject) =>
    wanted.test(subject.target) ||
    wanted.test(subject.client) ||
    wanted.test(subject.why) ||
    wanted.test(subject.method) ||
    (subject.status !== null && wanted.test(String(subject.status))) ||
    wanted.test(subject.userAgent) ||
    wanted.test(subject.rule) ||
    (subject.tag !== null && wanted.test(subject.tag));
}
