// The words of a filter: what is typed, taken apart. Nothing that is typed is an error.

import { isOperator, type Operator } from './terms.ts';

/** One of the values of a term, and where it stands in the text. */
export type Value = { text: string; start: number };

export type Term = {
  negated: boolean;
  /** Null for a word without one, which is looked for anywhere. */
  operator: Operator | null;
  /** Any of them will do; none while the value is still to be typed. */
  values: Value[];
  /** Where it stands in the text. */
  start: number;
  end: number;
};

const WORD = /(?:"[^"]*"?|[^\s"])+/g;
const VALUE = /(?:"[^"]*"?|[^,"])+/g;

/** The terms of a filter: words at spaces, values at commas; quotes keep either together, a leading `-` means the opposite. */
export function termsOf(filter: string): Term[] {
  return [...filter.matchAll(WORD)].map((found) => termOf(found[0], found.index));
}

function termOf(word: string, start: number): Term {
  const negated = word.startsWith('-') && word.length > 1;
  const from = negated ? 1 : 0;
  const end = start + word.length;
  const cut = word.indexOf(':');
  const name = word.slice(from, Math.max(from, cut)).toLowerCase();
  if (isOperator(name)) return { negated, operator: name, values: valuesOf(word, cut + 1, start), start, end };
  return { negated, operator: null, values: [{ text: unquoted(word.slice(from)), start: start + from }], start, end };
}

function valuesOf(word: string, from: number, start: number): Value[] {
  const values = [...word.slice(from).matchAll(VALUE)].map((found) => ({
    text: unquoted(found[0]),
    start: start + from + found.index,
  }));
  return values.filter(({ text }) => text !== '');
}

function unquoted(text: string): string {
  return text.replaceAll('"', '');
}

/** A value as it is written in a filter: in quotes where it would otherwise fall apart. */
export function quotedValue(value: string): string {
  const plain = value.replaceAll('"', '');
  return /[\s,]/.test(plain) || plain === '' ? `"${plain}"` : plain;
}

/** What the bodies of a filter's requests must be searched for, in small letters. */
export function bodyValues(filter: string): string[] {
  const wanted = termsOf(filter).filter(({ operator }) => operator === 'body');
  return [...new Set(wanted.flatMap(({ values }) => values.map(({ text }) => text.toLowerCase())))];
}
