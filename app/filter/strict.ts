// What is wrong with a filter, wherever nobody is still typing it: a term or value that is none would match nothing, or all, without a word.
import { nearest } from '../nearest.ts';
import { type Term, termsOf, type Value } from './parse.ts';
import { type TermWords, type Values } from './term-kind.ts';
import { type Operator, OPERATORS, TERMS } from './terms.ts';

/** A name with a letter in it in front of a colon means a term; `10:32`, `::1` and paths don't, nor does what is in quotes. */
const NAME = /^-?([-\w]+):/;
const LETTER = /[a-z]/i;

/** An IPv6 or MAC address, or its beginning, is a word even where it begins with letters. */
const ADDRESS = /^-?[\da-f]{1,4}:[\da-f]{0,4}:[\da-f:.]*$/i;

/**
 * A sentence for each thing that is wrong, with the column where it stands, from 1, and the nearest that is right.
 * `known` says when the filter is asked: at the request, terms that only an answer decides are wrong too.
 */
export function problemsOf(filter: string, known: TermWords['at'] = 'answer'): string[] {
  return [...termsOf(filter).flatMap((term) => termProblems(term, filter, known)), ...openQuote(filter)];
}

function termProblems(term: Term, filter: string, known: TermWords['at']): string[] {
  const { operator, values, start } = term;
  if (operator === null) return wordProblems(filter.slice(start, term.end), start);
  const where = `\`${operator}:\` at ${start + 1}`;
  if (known === 'request' && TERMS[operator].at === 'answer')
    return [`${where} is known only once a request is answered; use ${namesAt('request')}.`];
  if (values.length === 0) return [`${where} has no value: it takes ${TERMS[operator].note}.`];
  return values.flatMap((value) => valueProblems(TERMS[operator].values, value));
}

function wordProblems(word: string, start: number): string[] {
  const name = NAME.exec(word)?.[1];
  if (name === undefined || !LETTER.test(name) || ADDRESS.test(word)) return [];
  const near = nearest(name, OPERATORS);
  const where = `\`${name}:\` at ${start + word.indexOf(name) + 1}`;
  if (near !== null) return [`${where} is no term; did you mean \`${near}:\`?`];
  return [`${where} is no term; use ${OPERATORS.map(named).join(' ')}, or quotes around a word that has a colon.`];
}

function valueProblems(values: Values | undefined, { text, start }: Value): string[] {
  if (values === undefined || values.has(text.toLowerCase())) return [];
  const near = text.length < 3 ? null : nearest(text, values.near);
  const meant = near === null ? `: ${values.words}.` : `; did you mean \`${near}\`?`;
  return [`\`${text}\` at ${start + 1} is no ${values.called}${meant}`];
}

/** A quote that nothing ends takes all that follows into one value. */
function openQuote(filter: string): string[] {
  const quotes = filter.split('"').length - 1;
  return quotes % 2 === 0 ? [] : [`The quote at ${filter.lastIndexOf('"') + 1} has no end.`];
}

function namesAt(at: TermWords['at']): string {
  return OPERATORS.filter((name) => TERMS[name].at === at)
    .map(named)
    .join(' ');
}

function named(name: Operator): string {
  return `${name}:`;
}
