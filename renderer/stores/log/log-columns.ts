// The columns of the log: their order and widths, as somebody left them.
import { create } from 'zustand';

export const COLUMNS = ['time', 'client', 'method', 'path', 'v', 'status', 'why', 'ms'] as const;
export type ColumnId = (typeof COLUMNS)[number];

/** Takes what room is left, so it has no width of its own. */
export const FLEXIBLE: ColumnId = 'path';
const NARROWEST_PX = 24;
const WIDEST_PX = 900;
const KEY = 'metadeck.columns';

export type Columns = {
  order: readonly ColumnId[];
  /** Pixels, for those that were given a width. */
  widths: Partial<Record<ColumnId, number>>;
};

const USUAL: Columns = { order: COLUMNS, widths: {} };

export const useColumns = create<Columns>()(() => readColumns(stored()));

export function setWidth(id: ColumnId, width: number): void {
  const px = Math.round(Math.min(Math.max(width, NARROWEST_PX), WIDEST_PX));
  keep({ ...useColumns.getState(), widths: { ...useColumns.getState().widths, [id]: px } });
}

/** Moves a column to where another is. */
export function moveColumn(id: ColumnId, to: ColumnId): void {
  keep({ ...useColumns.getState(), order: moved(useColumns.getState().order, id, to) });
}

export function resetColumns(): void {
  keep(USUAL);
}

export function moved(order: readonly ColumnId[], id: ColumnId, to: ColumnId): ColumnId[] {
  const [from, target] = [order.indexOf(id), order.indexOf(to)];
  const rest = order.filter((one) => one !== id);
  rest.splice(from < target ? rest.indexOf(to) + 1 : rest.indexOf(to), 0, id);
  return id === to ? [...order] : rest;
}

/** What was stored, as far as it makes sense: each column once, widths within bounds. */
export function readColumns(text: string | null): Columns {
  const given = parsed(text);
  const known = given.order.filter((id, index) => isColumn(id) && given.order.indexOf(id) === index).filter(isColumn);
  const widths = Object.entries(given.widths).filter(
    ([id, px]) => isColumn(id) && typeof px === 'number' && px >= NARROWEST_PX && px <= WIDEST_PX,
  );
  return { order: [...known, ...COLUMNS.filter((id) => !known.includes(id))], widths: Object.fromEntries(widths) };
}

function parsed(text: string | null): { order: unknown[]; widths: object } {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    if (typeof value !== 'object' || value === null) return { order: [], widths: {} };
    const order: unknown = Reflect.get(value, 'order');
    const widths: unknown = Reflect.get(value, 'widths');
    return {
      order: Array.isArray(order) ? order : [],
      widths: typeof widths === 'object' && widths !== null ? widths : {},
    };
  } catch {
    return { order: [], widths: {} };
  }
}

function isColumn(id: unknown): id is ColumnId {
  return COLUMNS.some((one) => one === id);
}

function keep(columns: Columns): void {
  localStorage.setItem(KEY, JSON.stringify(columns));
  useColumns.setState(columns);
}

function stored(): string | null {
  return typeof localStorage === 'undefined' ? null : localStorage.getItem(KEY);
}
