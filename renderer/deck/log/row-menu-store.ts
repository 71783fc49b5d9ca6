// Which row's menu is open, and where.
import { create } from 'zustand';
import type { LogRow } from '../../../app/contract/traffic.ts';
import { rowId } from './row.tsx';

type Opened = { row: LogRow; x: number; y: number };

export const useRowMenu = create<{ at: Opened | null }>()(() => ({ at: null }));

/** In pixels of the page. */
export function openRowMenu(at: Opened): void {
  useRowMenu.setState({ at });
}

/** By key: below the row's beginning. */
export function openRowMenuAtRow(row: LogRow): void {
  const box = document.getElementById(rowId(row.sequence))?.getBoundingClientRect();
  if (box !== undefined) openRowMenu({ row, x: box.left + 12, y: box.bottom });
}

export function closeRowMenu(): void {
  useRowMenu.setState({ at: null });
}
