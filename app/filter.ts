// The filter language of the log: words with operators, all of which must hold; nothing that is typed is an error.
import type { LogRow } from './contract/traffic.ts';

export type Matcher = (row: LogRow) => boolean;

/** The operators and what each looks at. */
const OPERATORS = ['path', 'status', 'method', 'client', 'version', 'token', 'why', 'ms', 'agent', 'event'] as const;
type Operator = (typeof OPERATORS)[number];

/** Rows that a filter lets through: terms hold together, commas in a value mean any of them, a leading `-` the opposite. */
export function compileFilter(text: string): Matcher {
  const matchers = wordsOf(text).map(termMatcher);
  return (row) => matchers.every((matches) => matches(row));
}

/** Words at spaces; quotes keep spaces together. */
function wordsOf(text: string): string[] {
  return text.match(/(?:"[^"]*"?|[^\s"])+/g) ?? [];
}

function termMatcher(word: string): Matcher {
  if (word.startsWith('-') && word.length > 1) {
    const matches = termMatcher(word.slice(1));
    return (row) => !matches(row);
  }
  const [operator, value] = splitTerm(word);
  if (operator === undefined) return bareMatcher(value.toLowerCase());
  const alternatives = value
    .split(',')
    .filter((one) => one !== '')
    .map((one) => VALUE_MATCHERS[operator](one.toLowerCase()));
  return alternatives.length === 0 ? () => true : (row) => alternatives.some((matches) => matches(row));
}

function splitTerm(word: string): [Operator | undefined, string] {
  const cut = word.indexOf(':');
  const operator = OPERATORS.find((one) => one === word.slice(0, cut).toLowerCase());
  const value = (operator === undefined ? word : word.slice(cut + 1)).replaceAll('"', '');
  return [operator, value];
}

function bareMatcher(value: string): Matcher {
  return (row) => searched(row).some((text) => text.toLowerCase().includes(value));
}

function searched(row: LogRow): string[] {
  return [
    row.target,
    row.client,
    row.method,
    String(row.status ?? ''),
    row.why,
    row.rule,
    row.userAgent,
    row.tag ?? '',
  ];
}

const VALUE_MATCHERS: Record<Operator, (value: string) => Matcher> = {
  path: (value) => (row) => row.target.toLowerCase().includes(value),
  status: (value) => numberMatcher(value, (row) => row.status ?? 0),
  method: (value) => (row) => row.method.toLowerCase() === value,
  client: (value) => (row) => row.client.toLowerCase().startsWith(value),
  version: (value) => (row) => row.version === value,
  token: (value) => (row) => (value === 'missing' ? row.token === 'none' : row.token === value),
  why: (value) => (row) => row.why.toLowerCase().includes(value) || row.rule.includes(value),
  ms: (value) => numberMatcher(value, (row) => row.durationMs),
  agent: (value) => (row) => row.userAgent.toLowerCase().includes(value),
  event: (value) => (row) => (value === 'any' ? row.tag !== null : row.tag === value || row.event === value),
};

/** `4xx`, `404`, `>=400`, `<5`; what is none of these matches nothing. */
function numberMatcher(value: string, read: (row: LogRow) => number): Matcher {
  const hundreds = /^([1-5])xx$/.exec(value);
  if (hundreds) return (row) => Math.floor(read(row) / 100) === Number(hundreds[1]);
  const comparison = /^(>=|<=|>|<|=)?(\d+(?:\.\d+)?)$/.exec(value);
  if (!comparison) return () => false;
  const limit = Number(comparison[2]);
  return (row) => compare(read(row), comparison[1] ?? '=', limit);
}

function compare(value: number, sign: string, limit: number): boolean {
  if (sign === '>') return value > limit;
  if (sign === '>=') return value >= limit;
  if (sign === '<') return value < limit;
  return sign === '<=' ? value <= limit : value === limit;
}
