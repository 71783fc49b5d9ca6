// What may come next in a filter: operators, then values that are in the log, the most frequent first.
import type { LogRow } from '../contract/traffic.ts';
import { quotedValue } from './parse.ts';
import { type Operator, OPERATORS, TERMS } from './terms.ts';

export type Suggestion = { text: string; note: string };
export type Suggestions = {
  /** The part of the filter that a suggestion takes the place of. */
  from: number;
  to: number;
  items: Suggestion[];
};

const MOST = 8;

const READ: Partial<Record<Operator, (row: LogRow) => string | null>> = {
  path: (row) => (row.path === null ? null : `/${row.path}`),
  status: (row) => (row.status === null ? null : String(row.status)),
  method: (row) => row.method,
  client: (row) => row.client,
  instance: (row) => row.instance,
  version: (row) => row.version,
  token: (row) => (row.token === 'none' ? null : row.token),
  why: (row) => row.rule,
  agent: (row) => (row.userAgent === '' ? null : row.userAgent),
  event: (row) => row.tag,
};

/** For the word that the caret is in, or behind. */
export function suggest(filter: string, caret: number, rows: readonly LogRow[]): Suggestions {
  const from = startOfWord(filter, caret);
  const to = caret;
  const word = filter.slice(from, caret);
  const minus = word.startsWith('-') ? '-' : '';
  const bare = word.slice(minus.length);
  const cut = bare.indexOf(':');
  const operator = operatorNamed(bare.slice(0, Math.max(0, cut)));
  if (operator === null) return { from, to, items: cut === -1 ? operatorsFor(bare, minus, rows) : [] };
  const typed = bare.slice(cut + 1);
  const last = typed.lastIndexOf(',') + 1;
  const head = `${minus}${operator}:${typed.slice(0, last)}`;
  const items = valuesFor(operator, typed.slice(last).replaceAll('"', ''), rows);
  return { from, to, items: items.map(({ text, note }) => ({ text: head + quotedValue(text), note })) };
}

/** Quotes keep a word together across spaces. */
function startOfWord(filter: string, caret: number): number {
  let start = 0;
  let quoted = false;
  for (let i = 0; i < caret; i++) {
    if (filter[i] === '"') quoted = !quoted;
    else if (filter[i] === ' ' && !quoted) start = i + 1;
  }
  return start;
}

function operatorNamed(name: string): Operator | null {
  return OPERATORS.find((one) => one === name.toLowerCase()) ?? null;
}

function operatorsFor(typed: string, minus: string, rows: readonly LogRow[]): Suggestion[] {
  return OPERATORS.filter(
    (name) => name.startsWith(typed.toLowerCase()) && (name !== 'instance' || areOfSeveral(rows)),
  ).map((name) => ({ text: `${minus}${name}:`, note: TERMS[name].note }));
}

/** True where rows can be told apart by their instance. */
function areOfSeveral(rows: readonly LogRow[]): boolean {
  return rows.some(({ instance }) => instance !== rows[0]?.instance);
}

function valuesFor(operator: Operator, typed: string, rows: readonly LogRow[]): Suggestion[] {
  const counts = countValues(READ[operator] ?? (() => null), rows);
  const wanted = typed.toLowerCase();
  const known = [...counts].sort((a, b) => b[1] - a[1]).map(([text, count]) => ({ text, note: inWords(count) }));
  const fixed = (TERMS[operator].offered ?? []).map((text) => ({ text, note: '' }));
  const all = [...known, ...fixed].filter(({ text }) => text.toLowerCase().includes(wanted));
  return all.filter(({ text }) => text.toLowerCase() !== wanted).slice(0, MOST);
}

function countValues(read: (row: LogRow) => string | null, rows: readonly LogRow[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = read(row);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

function inWords(count: number): string {
  return count === 1 ? '1 request' : `${count.toLocaleString('en')} requests`;
}
