// The words of a filter: what is typed, taken apart. Nothing that is typed is an error.

/** The operators, and what each looks at, in a few words. */
export const OPERATORS = {
  path: 'part of the path',
  status: '404, 4xx, >=400',
  method: 'GET, PUT',
  client: 'an address, or its beginning',
  instance: 'the name of the instance asked',
  version: 'v1 or v2',
  token: 'missing, valid, expired',
  why: 'part of the reason, or its rule',
  ms: '>200',
  body: 'part of the body that went out',
  agent: 'part of the user agent',
  event: 'any, or a kind of event',
} as const;
export type Operator = keyof typeof OPERATORS;

export type Term = {
  negated: boolean;
  /** Null for a word without one, which is looked for anywhere. */
  operator: Operator | null;
  /** Any of them will do; none while the value is still to be typed. */
  values: string[];
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
  const { operator, value } = splitTerm(negated ? word.slice(1) : word);
  const values = operator === null ? [unquoted(value)] : valuesOf(value);
  return { negated, operator, values, start, end: start + word.length };
}

function splitTerm(word: string): { operator: Operator | null; value: string } {
  const cut = word.indexOf(':');
  const name = word.slice(0, Math.max(0, cut)).toLowerCase();
  return isOperator(name) ? { operator: name, value: word.slice(cut + 1) } : { operator: null, value: word };
}

function isOperator(name: string): name is Operator {
  return Object.hasOwn(OPERATORS, name);
}

function valuesOf(value: string): string[] {
  return (value.match(VALUE) ?? []).map(unquoted).filter((one) => one !== '');
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
  return [...new Set(wanted.flatMap(({ values }) => values.map((value) => value.toLowerCase())))];
}
