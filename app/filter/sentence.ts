// What a filter shows, as a sentence, so that nobody has to guess what was understood.
import { numberTest } from './numbers.ts';
import { type Operator, type Term, termsOf } from './terms.ts';

type Phrase = { is: string; not: string; value: (value: string) => string };

const asTyped = (value: string) => value;
const STATUS_HELP = 'a status is 404, 4xx or >=400';
const MS_HELP = 'a duration is >200 or <=5';

const PHRASES: Record<Operator, Phrase> = {
  path: { is: 'the path contains', not: 'the path does not contain', value: asTyped },
  status: { is: 'the status is', not: 'the status is not', value: (value) => numberWords(value, STATUS_HELP) },
  method: { is: 'the method is', not: 'the method is not', value: (value) => value.toUpperCase() },
  client: { is: 'the client is', not: 'the client is not', value: asTyped },
  instance: { is: 'the instance is', not: 'the instance is not', value: asTyped },
  version: { is: 'the version is', not: 'the version is not', value: asTyped },
  token: { is: 'the token is', not: 'the token is not', value: asTyped },
  why: { is: 'the reason contains', not: 'the reason does not contain', value: asTyped },
  ms: { is: 'the answer took', not: 'the answer did not take', value: (value) => msWords(value) },
  body: { is: 'the body contains', not: 'the body does not contain', value: asTyped },
  agent: { is: 'the user agent contains', not: 'the user agent does not contain', value: asTyped },
  event: { is: 'the answer shows', not: 'the answer does not show', value: eventWords },
};

/** `Requests where the path contains /spot and the status is not 404`; empty for a filter that hides nothing. */
export function filterSentence(filter: string): string {
  const said = termsOf(filter)
    .filter(({ values }) => values.length > 0)
    .map(termWords);
  return said.length === 0 ? '' : `Requests where ${said.join(' and ')}`;
}

function termWords({ operator, values, negated }: Term): string {
  if (operator === null) return `“${values[0] ?? ''}” is ${negated ? 'nowhere' : 'somewhere'} in the row`;
  const phrase = PHRASES[operator];
  return `${negated ? phrase.not : phrase.is} ${values.map(phrase.value).join(' or ')}`;
}

function numberWords(value: string, help: string): string {
  return numberTest(value)?.words ?? `“${value}”, which nothing is: ${help}`;
}

function msWords(value: string): string {
  const words = numberWords(value, MS_HELP);
  return numberTest(value) === null ? words : `${words} ms`;
}

function eventWords(value: string): string {
  if (value === 'any') return 'an event';
  return /^(interruption|rebalance|maintenance|lifecycle)$/i.test(value) ? value.toLowerCase() : `the event ${value}`;
}
