// The part of the log that the panel holds: the latest rows, and those of them that the filter lets through.
import type { LogLine, LogRow } from '../../../app/contract/traffic.ts';
import { KEPT_REQUESTS } from '../../../app/settings/kept-requests.ts';

export type Matches = (line: LogLine) => boolean;

export type LogWindow = {
  /** Requests and lines about events, oldest first. */
  readonly rows: readonly LogLine[];
  /** Those that are shown, oldest first. */
  readonly shown: readonly LogLine[];
};

export const EMPTY_WINDOW: LogWindow = { rows: [], shown: [] };

/** With new rows at the end; over the limit the oldest make way. Only the new rows are filtered. */
export function withRows(
  window: LogWindow,
  added: readonly LogLine[],
  matches: Matches,
  limit = KEPT_REQUESTS.most,
): LogWindow {
  if (added.length === 0) return window;
  const all = window.rows.concat(added);
  const rows = all.length > limit ? all.slice(-limit) : all;
  const shown = window.shown.concat(added.filter(matches));
  return { ...window, rows, shown: shown.slice(indexAfter(shown, (rows[0]?.sequence ?? 0) - 1)) };
}

/** The same rows through another filter. */
export function refiltered(window: LogWindow, matches: Matches): LogWindow {
  return { ...window, shown: window.rows.filter(matches) };
}

/** The rows after a sequence number through the filter once more; none of them is shown so far. */
export function refilteredAfter(window: LogWindow, sequence: number, matches: Matches): LogWindow {
  const added = window.rows.slice(indexAfter(window.rows, sequence)).filter((row) => matches(row));
  return added.length === 0 ? window : { ...window, shown: window.shown.concat(added) };
}

/** Without the rows up to a sequence number. */
export function withoutRows(window: LogWindow, upTo: number): LogWindow {
  const after = (rows: readonly LogLine[]) => rows.slice(indexAfter(rows, upTo));
  return { ...window, rows: after(window.rows), shown: after(window.shown) };
}

export function lastSequence(rows: readonly LogLine[]): number {
  return rows.at(-1)?.sequence ?? 0;
}

/** Index of the first row after a sequence number. Rows are in the order of their numbers. */
export function indexAfter(rows: readonly LogLine[], sequence: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle]?.sequence ?? 0) <= sequence) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where a row is among those shown; -1 when it is not. */
export function indexOf(rows: readonly LogLine[], sequence: number): number {
  const index = indexAfter(rows, sequence) - 1;
  return rows[index]?.sequence === sequence ? index : -1;
}

/** The requests among lines; kept with them, since several parts of a screen ask. */
export function requestsIn(lines: readonly LogLine[]): readonly LogRow[] {
  const known = requests.get(lines);
  if (known) return known;
  const made = lines.filter((line) => line.kind === 'request');
  requests.set(lines, made);
  return made;
}

const requests = new WeakMap<readonly LogLine[], readonly LogRow[]>();

/** The oldest request among lines, without a look at those after it. */
export function firstRequest(lines: readonly LogLine[]): LogRow | undefined {
  return lines.find((line) => line.kind === 'request');
}
