// Which columns there is room for, and how wide they are.
import { type ColumnId, type Columns, FLEXIBLE } from '../../stores/log/log-columns.ts';

/** Pixels; the path takes what is left. */
const USUAL: Record<ColumnId, number> = {
  time: 92,
  client: 92,
  method: 44,
  path: 0,
  v: 26,
  status: 52,
  why: 262,
  ms: 40,
};
const NARROW: Partial<Record<ColumnId, number>> = { time: 62, client: 78, method: 36, v: 22, status: 48, why: 210 };
/** Below these widths of the list, columns fold away. */
const NARROW_BELOW_PX = 760;
const SMALL_BELOW_PX = 520;

export type Room = 'wide' | 'narrow' | 'small';

const FOLDED: Record<Room, readonly ColumnId[]> = {
  wide: [],
  narrow: ['ms'],
  small: ['ms', 'client', 'method', 'v', 'why'],
};

export function roomFor(width: number): Room {
  if (width === 0 || width >= NARROW_BELOW_PX) return 'wide';
  return width >= SMALL_BELOW_PX ? 'narrow' : 'small';
}

export function shownColumns({ order }: Columns, room: Room): ColumnId[] {
  return order.filter((id) => !FOLDED[room].includes(id));
}

/** Pixels of a column where there is room, unless somebody gave it a width. */
export function columnWidth(id: ColumnId, widths: Columns['widths'], room: Room = 'wide'): number {
  return widths[id] ?? (room === 'wide' ? USUAL[id] : (NARROW[id] ?? USUAL[id]));
}

/** The columns as `grid-template-columns` takes them. */
export function columnTemplate(columns: readonly ColumnId[], widths: Columns['widths'], room: Room): string {
  return columns.map((id) => trackOf(id, widths, room)).join(' ');
}

/** Where there is little room, the reason shares what is left with the path. */
function trackOf(id: ColumnId, widths: Columns['widths'], room: Room): string {
  if (id === FLEXIBLE) return 'minmax(60px, 1fr)';
  if (id === 'why' && room !== 'wide' && widths.why === undefined) return 'minmax(0, 1.1fr)';
  return `minmax(0, ${columnWidth(id, widths, room)}px)`;
}
