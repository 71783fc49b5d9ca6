// The log as the panel shows it: what it holds, the filter, pause, follow and the selected row.
import { create } from 'zustand';
import { compileFilter } from '../../app/filter.ts';
import type { LogRow } from '../../app/contract/traffic.ts';
import {
  EMPTY_WINDOW,
  hiddenUpTo,
  lastSequence,
  type LogWindow,
  type Matches,
  refiltered,
  withoutRows,
  withRows,
} from './log-window.ts';

const FILTER_KEY = 'metadeck.filter';

type Log = {
  window: LogWindow;
  filter: string;
  matches: Matches;
  paused: boolean;
  /** True while the view sticks to the newest row. */
  follow: boolean;
  /** The newest row that was shown when the view let go of the end. */
  leftAt: number;
  selected: number | null;
};

export const useLog = create<Log>()(() => startingWith(savedFilter()));

function startingWith(filter: string): Log {
  return {
    window: EMPTY_WINDOW,
    filter,
    matches: compileFilter(filter),
    paused: false,
    follow: true,
    leftAt: 0,
    selected: null,
  };
}

/** A new run counts from 1 again: nothing of the old one is kept but the filter. */
export function startLogOver(): void {
  useLog.setState(startingWith(useLog.getState().filter));
}

export function addRows(rows: readonly LogRow[]): void {
  useLog.setState(({ window, matches }) => ({ window: withRows(window, rows, matches) }));
}

/** The server forgot what came up to that number, for all who look. A paused view stays as it is. */
export function forgetRows(upTo: number): void {
  const { window, paused } = useLog.getState();
  if (!paused && (window.rows[0]?.sequence ?? Infinity) <= upTo) useLog.setState({ window: withoutRows(window, upTo) });
}

export function setFilter(filter: string): void {
  const matches = compileFilter(filter);
  localStorage.setItem(FILTER_KEY, filter);
  useLog.setState(({ window }) => ({ filter, matches, window: refiltered(window, matches) }));
}

export function setPaused(paused: boolean): void {
  useLog.setState({ paused });
}

export function setFollow(follow: boolean): void {
  useLog.setState(({ window }) => ({ follow, leftAt: lastSequence(window.shown) }));
}

export function select(sequence: number | null): void {
  useLog.setState({ selected: sequence });
}

/** Hides what there is, for this view only. Gives the way back. */
export function clearLog(): () => void {
  const { window, selected } = useLog.getState();
  const hide = (sequence: number) =>
    useLog.setState((log) => ({ window: hiddenUpTo(log.window, sequence, log.matches) }));
  hide(lastSequence(window.rows));
  select(null);
  return () => {
    hide(window.hiddenUpTo);
    select(selected);
  };
}

function savedFilter(): string {
  return typeof localStorage === 'undefined' ? '' : (localStorage.getItem(FILTER_KEY) ?? '');
}
