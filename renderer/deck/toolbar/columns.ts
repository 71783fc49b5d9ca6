// Which columns there is room for, and how wide they are.
import { type ColumnId, type Columns, FLEXIBLE } from '../../stores/log/log-columns.ts';

/** Pixels; path and why share what is left, unless somebody gave why a width. */
const USUAL: Record<ColumnId, number> = {
  time: 88,
  client: 92,
  method: 44,
  path: 0,
  v: 20,
  status: 46,
  why: 262,
  ms: 32,
};
const NARROW: Partial<Record<ColumnId, number>> = { time: 60, client: 78, method: 36 };
/** Below these widths of the list, columns fold away: how long it took and when first, the path and why never. */
const NARROW_BELOW_PX = 840;
const SLIM_BELOW_PX = 700;
const SMALL_BELOW_PX = 480;

export type Room = 'wide' | 'narrow' | 'slim' | 'small';

const FOLDED: Record<Room, readonly ColumnId[]> = {
  wide: [],
  narrow: ['ms'],
  slim: ['ms', 'time'],
  small: ['ms', 'time', 'v', 'method', 'client'],
};

export function roomFor(width: number): Room {
  if (width === 0 || width >= NARROW_BELOW_PX) return 'wide';
  if (width >= SLIM_BELOW_PX) return 'narrow';
  return width >= SMALL_BELOW_PX ? 'slim' : 'small';
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

function trackOf(id: ColumnId, widths: Columns['widths'], room: Room): string {
  if (id === FLEXIBLE) return 'minmax(60px, 1fr)';
  if (id === 'why' && widths.why === undefined) return 'minmax(0, 1.15fr)';
  return `minmax(0, ${columnWidth(id, widths, room)}px)`;
}
