// The filter language of the log, as a test of rows: all terms must hold.
import type { LogRow } from '../contract/traffic.ts';
import { numberTest } from './numbers.ts';
import { type Operator, termsOf, type Term } from './terms.ts';

export type Matcher = (row: LogRow) => boolean;

/** Whether the body of a request contains a text, which is in small letters. */
export type InBody = (row: LogRow, text: string) => boolean;

/** Rows that a filter lets through. Rows have no bodies: whoever knows them says so by `inBody`. */
export function compileFilter(text: string, inBody: InBody = () => false): Matcher {
  const matchers = termsOf(text).map((term) => termMatcher(term, inBody));
  return (row) => matchers.every((matches) => matches(row));
}

function termMatcher(term: Term, inBody: InBody): Matcher {
  const tests = term.values.map((value) => valueMatcher(term.operator, value.toLowerCase(), inBody));
  if (tests.length === 0) return () => true;
  const { negated } = term;
  return (row) => tests.some((matches) => matches(row)) !== negated;
}

function valueMatcher(operator: Operator | null, value: string, inBody: InBody): Matcher {
  if (operator === null) return anywhere(value);
  return operator === 'body' ? (row) => inBody(row, value) : VALUE_MATCHERS[operator](value);
}

/** By an expression, which unlike small letters makes no copy of every text of every row. */
function anywhere(value: string): Matcher {
  const wanted = new RegExp(value.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i');
  return (row) =>
    wanted.test(row.target) ||
    wanted.test(row.client) ||
    wanted.test(row.why) ||
    wanted.test(row.method) ||
    (row.status !== null && wanted.test(String(row.status))) ||
    wanted.test(row.userAgent) ||
    wanted.test(row.rule) ||
    (row.tag !== null && wanted.test(row.tag));
}

function contains(text: string, value: string): boolean {
  return text.toLowerCase().includes(value);
}

const VALUE_MATCHERS: Record<Exclude<Operator, 'body'>, (value: string) => Matcher> = {
  path: (value) => (row) => contains(row.target, value),
  status: (value) => numberMatcher(value, (row) => row.status ?? 0),
  method: (value) => (row) => row.method.toLowerCase() === value,
  client: (value) => (row) => isClient(row, value),
  instance: (value) => (row) => row.instance.toLowerCase() === value,
  version: (value) => (row) => row.version === value,
  token: (value) => (row) => (value === 'missing' ? row.token === 'none' : row.token === value),
  why: (value) => (row) => contains(row.why, value) || row.rule.includes(value),
  ms: (value) => numberMatcher(value, (row) => row.durationMs),
  agent: (value) => (row) => contains(row.userAgent, value),
  event: (value) => (row) => (value === 'any' ? row.tag !== null : row.tag === value || row.event === value),
};

/** An address, or the beginning of one up to a dot or colon: 10.0.0.4 is not 10.0.0.40. */
function isClient({ client, panel }: LogRow, value: string): boolean {
  if (panel && value === 'panel') return true;
  const address = client.toLowerCase();
  if (!address.startsWith(value)) return false;
  const next = address.charAt(value.length);
  return next === '' || '.:'.includes(next) || '.:'.includes(value.charAt(value.length - 1));
}

/** What is no number matches nothing. */
function numberMatcher(value: string, read: (row: LogRow) => number): Matcher {
  const test = numberTest(value);
  return test === null ? () => false : (row) => test.holds(read(row));
}
