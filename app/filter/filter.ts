// The filter language of the log, as a test: all terms must hold.
import type { Subject } from './subject.ts';
import { termsOf, type Term } from './parse.ts';
import { type Operator, TERMS } from './terms.ts';

type Matcher<S> = (subject: S) => boolean;

/** Whether the body of an answer contains a text, which is in small letters. */
export type InBody<S> = (subject: S, text: string) => boolean;

/**
 * What a filter lets through. Subjects have no bodies: whoever knows them says so by `inBody`.
 * Nothing that is typed is an error: what is no term is a plain word, and what is no value matches nothing.
 */
export function compileFilter<S extends Subject>(text: string, inBody: InBody<S> = () => false): Matcher<S> {
  const matchers = termsOf(text).map((term) => termMatcher(term, inBody));
  return (subject) => matchers.every((matches) => matches(subject));
}

function termMatcher<S extends Subject>({ operator, values, negated }: Term, inBody: InBody<S>): Matcher<S> {
  const tests = values.map(({ text }) => valueMatcher(operator, text.toLowerCase(), inBody));
  if (tests.length === 0) return () => true;
  return (subject) => tests.some((matches) => matches(subject)) !== negated;
}

function valueMatcher<S extends Subject>(operator: Operator | null, value: string, inBody: InBody<S>): Matcher<S> {
  if (operator === null) return anywhere(value);
  return operator === 'body' ? (subject) => inBody(subject, value) : TERMS[operator].test(value);
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
