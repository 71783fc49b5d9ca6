// The log as the panel shows it: what it holds, the filter, the order, pause, follow and the selected row.
import { create } from 'zustand';
import type { LogLine } from '../../../app/contract/traffic.ts';
import { KEPT_REQUESTS } from '../../../app/settings/kept-requests.ts';
import { addFinds, type BodyFinds, findsFor, matcherFor, searchedUpTo } from './log-bodies.ts';
import { type Sort, sorted } from './log-sort.ts';
import { asksSince, timesNow } from './log-times.ts';
import {
  EMPTY_WINDOW,
  lastSequence,
  type LogWindow,
  type Matches,
  refiltered,
  refilteredAfter,
  withoutRows,
  withRows,
} from './log-window.ts';

const FILTER_KEY = 'metadeck.filter';

type Log = {
  window: LogWindow;
  /** As many rows as the server keeps are held at most. */
  limit: number;
  filter: string;
  /** What is known of the bodies that the filter asks about. */
  finds: BodyFinds;
  matches: Matches;
  /** Null while rows are in the order of their coming. */
  sort: Sort | null;
  /** When the view was paused, in this page's own time; null while it is not. */
  pausedAt: number | null;
  /** True while the view sticks to the newest row. */
  follow: boolean;
  /** The newest row that was shown when the view let go of the end. */
  leftAt: number;
  selected: number | null;
  /** True once all that is shown was selected. */
  allSelected: boolean;
};

export const useLog = create<Log>()(() => ({ ...startingWith(savedFilter()), limit: KEPT_REQUESTS.most }));

function startingWith(filter: string): Omit<Log, 'limit'> {
  const finds = findsFor(filter, new Map());
  return {
    window: EMPTY_WINDOW,
    filter,
    finds,
    matches: matcherFor(filter, finds, timesNow()),
    sort: null,
    pausedAt: null,
    follow: true,
    leftAt: 0,
    selected: null,
    allSelected: false,
  };
}

/** A new run counts from 1 again: nothing of the old one is kept but the filter. How much the server keeps, its settings say. */
export function startLogOver(): void {
  useLog.setState(startingWith(useLog.getState().filter));
}

/** Nothing is held, and nothing else changed: the rows come anew. */
export function emptyWindow(): void {
  useLog.setState({ window: EMPTY_WINDOW });
}

export function addRows(rows: readonly LogLine[]): void {
  useLog.setState(({ window, matches, limit }) => ({ window: withRows(window, rows, matches, limit) }));
}

/** The server keeps that many from now on. */
export function holdAtMost(limit: number): void {
  if (limit !== useLog.getState().limit) useLog.setState({ limit });
}

/** The server forgot what came up to that number, for all who look. A paused view stays as it is. */
export function forgetRows(upTo: number): void {
  if (useLog.getState().pausedAt === null) clearRows(upTo);
}

/** Lets go of what came up to that number, whether or not the view is paused. */
export function clearRows(upTo: number): void {
  const { window, sort, selected } = useLog.getState();
  if ((window.rows[0]?.sequence ?? Infinity) > upTo) return;
  const left = withoutRows(window, upTo);
  const isGone = selected !== null && selected <= upTo;
  useLog.setState({ window: left, sort: sortedAnew(left, sort), ...(isGone ? { selected: null } : {}) });
}

/** Filters anew where the filter asks for times, which moved on. */
export function refilterBy(term: 'since' | 'last'): void {
  const { filter } = useLog.getState();
  if (asksSince(filter, term)) setFilter(filter);
}

export function setFilter(filter: string): void {
  localStorage.setItem(FILTER_KEY, filter);
  useLog.setState((log) => {
    const finds = findsFor(filter, log.finds);
    const matches = matcherFor(filter, finds, timesNow());
    const window = refiltered(log.window, matches);
    return { filter, finds, matches, window, sort: sortedAnew(window, log.sort), allSelected: false };
  });
}

/** The server told which requests up to that number have the text in their body. */
export function foundBodies(text: string, sequences: readonly number[], upTo: number): void {
  const { finds, matches, window, limit, sort } = useLog.getState();
  const found = finds.get(text);
  if (found === undefined) return;
  const before = searchedUpTo(finds);
  addFinds(found, sequences, upTo, { first: window.rows[0]?.sequence ?? 0, limit });
  const known = refilteredAfter(window, before, matches);
  if (known !== window) useLog.setState({ window: known, sort: before === 0 ? sortedAnew(known, sort) : sort });
}

/** Sorting lets go of the end; null goes back to the order of coming, and follows again. */
export function setSort(sort: Pick<Sort, 'by' | 'descending'> | null): void {
  useLog.setState(({ window }) =>
    sort === null
      ? { sort: null, follow: true }
      : { sort: sorted(window, sort.by, sort.descending), follow: false, leftAt: lastSequence(window.shown) },
  );
}

function sortedAnew(window: LogWindow, sort: Sort | null): Sort | null {
  return sort === null ? null : sorted(window, sort.by, sort.descending);
}

export function setPaused(paused: boolean): void {
  useLog.setState({ pausedAt: paused ? Date.now() : null });
}

/** Following goes with the order of coming alone. */
export function setFollow(follow: boolean): void {
  useLog.setState(({ window, sort }) => ({
    follow,
    sort: follow ? null : sort,
    leftAt: lastSequence(window.shown),
  }));
}

export function select(sequence: number | null): void {
  useLog.setState({ selected: sequence, allSelected: false });
}

export function selectAll(): void {
  useLog.setState({ allSelected: true });
}

function savedFilter(): string {
  return typeof localStorage === 'undefined' ? '' : (localStorage.getItem(FILTER_KEY) ?? '');
}
