// The order in which clients stand: that of their first request, or one that a head was asked for and that then stays. Pure.
import type { ClientView } from '../../app/contract/traffic.ts';
import { keyOf } from './client-key.ts';

/** A client, and how many requests it made in each part of the last minutes. */
export type ClientRow = { client: ClientView; counts: readonly number[] | undefined };

/** What a column is sorted by: text by its letters, numbers from the largest on. */
export type SortValue = (row: ClientRow) => string | number;

export type Direction = 'ascending' | 'descending';

/** The keys of the clients, sorted; those that are equal stay as they stood. */
export function sortedKeys(rows: readonly ClientRow[], value: SortValue, direction: Direction): string[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return rows.toSorted((a, b) => sign * compare(value(a), value(b))).map(({ client }) => keyOf(client));
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), 'en', { numeric: true });
}

/** The rows in an order that was made before; whoever came since stands at the end. */
export function inOrder(rows: readonly ClientRow[], order: readonly string[]): ClientRow[] {
  const place = new Map(order.map((key, at) => [key, at]));
  const at = (row: ClientRow) => place.get(keyOf(row.client)) ?? order.length;
  return rows.toSorted((a, b) => at(a) - at(b));
}

/** Whether sorting anew would change what stands where. */
export function isStale(shown: readonly ClientRow[], wanted: readonly string[]): boolean {
  return shown.some(({ client }, at) => keyOf(client) !== wanted[at]);
}
