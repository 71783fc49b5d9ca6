// Keys in the list of requests that move the selection, go on to the detail, and give the selection up.
import type { KeyboardEvent, RefObject } from 'react';
import type { LogLine } from '../../../app/contract/traffic.ts';
import { select, setFollow } from '../../stores/log/log.ts';
import { rowAfterKey } from './grid-keys.ts';
import { focusPane, REQUEST_DETAIL } from '../../commands/panes.ts';
import { openRowMenuAtRow } from './row-menu-store.ts';

type Grid = {
  rows: readonly LogLine[];
  /** Index of the selected row; -1 without. */
  selected: number;
  rowHeight: number;
  list: RefObject<HTMLElement | null>;
  show: (index: number) => void;
  /** False while rows are in another order than that of their coming. */
  canFollow: boolean;
};

export function useGridKeys(grid: Grid): (press: KeyboardEvent) => void {
  return (press) => {
    if (press.target !== press.currentTarget) return;
    if (press.ctrlKey || press.metaKey || press.altKey) return;
    const to = rowAfterKey(press.key, grid.selected, grid.rows.length, pageOf(grid));
    if (to === null) return otherKey(press, grid);
    press.preventDefault();
    select(grid.rows[to]?.sequence ?? null);
    if (press.key === 'End' && grid.canFollow) setFollow(true);
    else grid.show(to);
  };
}

function pageOf({ list, rowHeight }: Grid): number {
  return Math.max(1, Math.floor((list.current?.clientHeight ?? 0) / rowHeight) - 2);
}

function otherKey(press: KeyboardEvent, { rows, selected }: Grid): void {
  if (press.key === 'Enter') focusPane(REQUEST_DETAIL);
  if (press.key === 'Escape') select(null);
  if (press.key !== 'ContextMenu' && !(press.key === 'F10' && press.shiftKey)) return;
  const row = rows[selected];
  if (row?.kind !== 'request') return;
  press.preventDefault();
  openRowMenuAtRow(row);
}
