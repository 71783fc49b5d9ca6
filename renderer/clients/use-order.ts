// By what the table of clients is sorted: only when somebody asks, so that nothing moves under the pointer.
import { useState } from 'react';
import { type ClientRow, type Direction, inOrder, isStale, sortedKeys, type SortValue } from './order.ts';

type Sort = { title: string; value: SortValue; direction: Direction; order: readonly string[] };

export type Order = {
  rows: ClientRow[];
  /** What it is sorted by; null in the order of the first request. */
  by: { title: string; direction: Direction } | null;
  /** True once sorting anew would change something. */
  stale: boolean;
  /** Sorts by a column: once, the other way round, and then no more. */
  sortBy: (title: string, value: SortValue) => void;
  again: () => void;
};

export function useOrder(rows: readonly ClientRow[]): Order {
  const [sort, setSort] = useState<Sort | null>(null);
  const begin = (title: string, value: SortValue, direction: Direction) =>
    setSort({ title, value, direction, order: sortedKeys(rows, value, direction) });
  const shown = sort === null ? [...rows] : inOrder(rows, sort.order);
  return {
    rows: shown,
    by: sort,
    stale: sort !== null && isStale(shown, sortedKeys(shown, sort.value, sort.direction)),
    sortBy(title, value) {
      const next = nextDirection(sort?.title === title ? sort.direction : null, firstWay(rows, value));
      if (next === null) setSort(null);
      else begin(title, value, next);
    },
    again() {
      if (sort !== null) begin(sort.title, sort.value, sort.direction);
    },
  };
}

/** Text from A on, numbers from the largest on. */
function firstWay(rows: readonly ClientRow[], value: SortValue): Direction {
  const [first] = rows;
  return first !== undefined && typeof value(first) === 'number' ? 'descending' : 'ascending';
}

function nextDirection(now: Direction | null, first: Direction): Direction | null {
  if (now === null) return first;
  if (now !== first) return null;
  return first === 'ascending' ? 'descending' : 'ascending';
}
