// The part of the log that the panel holds: the latest rows, and those of them that the filter lets through.
import type { LogRow } from '../../../app/contract/traffic.ts';
import { KEPT_REQUESTS } from '../../../app/settings/kept-requests.ts';

export type Matches = (row: LogRow) => boolean;

/** What was cleared from view: everything up to a sequence number, and single rows. */
export type Cleared = { upTo: number; rows: ReadonlySet<number> };

export type LogWindow = {
  /** Oldest first. */
  readonly rows: readonly LogRow[];
  /** The rows that are shown, oldest first. */
  readonly shown: readonly LogRow[];
  readonly cleared: Cleared;
};

export const NOTHING_CLEARED: Cleared = { upTo: 0, rows: new Set() };
export const EMPTY_WINDOW: LogWindow = { rows: [], shown: [], cleared: NOTHING_CLEARED };

/** With new rows at the end; over the limit the oldest make way. Only the new rows are filtered. */
export function withRows(
  window: LogWindow,
  added: readonly LogRow[],
  matches: Matches,
  limit = KEPT_REQUESTS.most,
): LogWindow {
  if (added.length === 0) return window;
  const all = window.rows.concat(added);
  const rows = all.length > limit ? all.slice(-limit) : all;
  const shown = window.shown.concat(added.filter((row) => isShown(row, window.cleared, matches)));
  return { ...window, rows, shown: shown.slice(indexAfter(shown, (rows[0]?.sequence ?? 0) - 1)) };
}

/** The same rows through another filter. */
export function refiltered(window: LogWindow, matches: Matches): LogWindow {
  return { ...window, shown: window.rows.filter((row) => isShown(row, window.cleared, matches)) };
}

/** The rows after a sequence number through the filter once more; none of them is shown so far. */
export function refilteredAfter(window: LogWindow, sequence: number, matches: Matches): LogWindow {
  const added = window.rows
    .slice(indexAfter(window.rows, sequence))
    .filter((row) => isShown(row, window.cleared, matches));
  return added.length === 0 ? window : { ...window, shown: window.shown.concat(added) };
}

/** With other rows cleared from view. */
export function withCleared(window: LogWindow, cleared: Cleared, matches: Matches): LogWindow {
  return refiltered({ ...window, cleared }, matches);
}

/** What is cleared once the rows that are shown are too. Those that are no longer held need no mention. */
export function clearedShown({ rows, shown, cleared }: LogWindow): Cleared {
  const first = rows[0]?.sequence ?? 0;
  const before = [...cleared.rows].filter((sequence) => sequence >= first);
  return { upTo: cleared.upTo, rows: new Set([...before, ...shown.map(({ sequence }) => sequence)]) };
}

/** Without the rows up to a sequence number. */
export function withoutRows(window: LogWindow, upTo: number): LogWindow {
  const after = (rows: readonly LogRow[]) => rows.slice(indexAfter(rows, upTo));
  return { ...window, rows: after(window.rows), shown: after(window.shown) };
}

export function lastSequence(rows: readonly LogRow[]): number {
  return rows.at(-1)?.sequence ?? 0;
}

/** Index of the first row after a sequence number. Rows are in the order of their numbers. */
export function indexAfter(rows: readonly LogRow[], sequence: number): number {
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
export function indexOf(rows: readonly LogRow[], sequence: number): number {
  const index = indexAfter(rows, sequence) - 1;
  return rows[index]?.sequence === sequence ? index : -1;
}

function isShown(row: LogRow, cleared: Cleared, matches: Matches): boolean {
  return row.sequence > cleared.upTo && matches(row) && !cleared.rows.has(row.sequence);
}
