// The terms of a filter, in the order in which they are offered.
import { ANSWER_TERMS, BODY_TERM } from './answer-terms.ts';
import { REQUEST_TERMS } from './request-terms.ts';
import type { LineTest, TermWords } from './term-kind.ts';
import { TIME_TERMS } from './time-terms.ts';

export const TERMS = {
  path: REQUEST_TERMS.path,
  status: ANSWER_TERMS.status,
  method: REQUEST_TERMS.method,
  client: REQUEST_TERMS.client,
  instance: REQUEST_TERMS.instance,
  version: REQUEST_TERMS.version,
  token: REQUEST_TERMS.token,
  why: ANSWER_TERMS.why,
  ms: ANSWER_TERMS.ms,
  body: BODY_TERM,
  agent: REQUEST_TERMS.agent,
  event: ANSWER_TERMS.event,
  since: TIME_TERMS.since,
  last: TIME_TERMS.last,
  events: TIME_TERMS.events,
} as const;

/** What stands in front of the colon. */
export type Operator = keyof typeof TERMS;

export const OPERATORS: readonly Operator[] = Object.keys(TERMS).filter(isOperator);

export function isOperator(name: string): name is Operator {
  return Object.hasOwn(TERMS, name);
}

/** The test of lines about events that a term has, where it has one. */
export function lineTestOf(operator: Operator): LineTest | undefined {
  const { testLine }: TermWords & { testLine?: LineTest } = TERMS[operator];
  return testLine;
}
