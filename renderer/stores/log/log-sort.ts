// The log in another order than that of its coming: a copy made once, so that nothing moves under the pointer.
import type { LogLine } from '../../../app/contract/traffic.ts';
import { indexAfter, indexOf, lastSequence, type LogWindow, requestsIn } from './log-window.ts';

export type SortKey = 'time' | 'ms';
export type Sort = {
  by: SortKey;
  descending: boolean;
  rows: readonly LogLine[];
  /** The newest row that was sorted in. */
  upTo: number;
};

export function sorted({ shown }: LogWindow, by: SortKey, descending: boolean): Sort {
  // A line about an event takes no time, so it has no place among durations.
  const rows: LogLine[] = by === 'ms' ? [...requestsIn(shown)].sort((a, b) => a.durationMs - b.durationMs) : [...shown];
  if (descending) rows.reverse();
  return { by, descending, rows, upTo: lastSequence(shown) };
}

/** What a click on a column's head leads to: time goes from oldest to newest first, duration from slowest to fastest and back to time. */
export function nextSort(
  by: SortKey,
  sort: Pick<Sort, 'by' | 'descending'> | null,
): Pick<Sort, 'by' | 'descending'> | null {
  if (by === 'time') return sort === null ? { by, descending: true } : null;
  if (sort?.by !== 'ms') return { by, descending: true };
  return sort.descending ? { by, descending: false } : null;
}

/** The rows in the order in which they are shown. */
export function orderedRows(window: LogWindow, sort: Sort | null): readonly LogLine[] {
  return sort?.rows ?? window.shown;
}

export function orderedIndex(window: LogWindow, sort: Sort | null, sequence: number): number {
  if (sort === null) return indexOf(window.shown, sequence);
  return sort.rows.findIndex((row) => row.sequence === sequence);
}

/** How many rows came since they were sorted. */
export function notSorted(window: LogWindow, sort: Sort | null): number {
  return sort === null ? 0 : window.shown.length - indexAfter(window.shown, sort.upTo);
}
