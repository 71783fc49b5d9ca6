// Which rows of a long list are drawn, all of one height: those in view, and a few beside them.

/** Rows drawn above and below those in view. */
const BESIDE = 6;

/** Indexes of the rows that are drawn: from `first` up to, not with, `end`. */
export type Range = { first: number; end: number };

/** How many rows of that height, in pixels, have to be drawn at the most. */
export function drawnAtMost(height: number, rowHeight: number): number {
  return Math.ceil(height / rowHeight) + 1 + 2 * BESIDE;
}

/** The topmost row in view, where `above` pixels come before the first one. */
export function rowAt(scrollTop: number, rowHeight: number, above: number): number {
  return Math.max(0, Math.floor((scrollTop - above) / rowHeight));
}

/** The range among `count` rows, where `from` is the index of the topmost row in view. */
export function rangeFrom(from: number, height: number, rowHeight: number, count: number): Range {
  const end = Math.min(count, from + Math.ceil(height / rowHeight) + 1 + BESIDE);
  return { first: Math.max(0, Math.min(from - BESIDE, end)), end };
}

/** The range at the end of the list. */
export function rangeAtEnd(height: number, rowHeight: number, count: number): Range {
  return { first: Math.max(0, count - Math.ceil(height / rowHeight) - 1 - BESIDE), end: count };
}

type Box = { scrollTop: number; clientHeight: number };
/** Pixels: of a row, of all that comes before the first one, and of what stays at the top when the list is scrolled. */
export type Heights = { row: number; above: number; sticky: number };

/** Whether the whole of a row can be seen. */
export function isInView(index: number, { scrollTop, clientHeight }: Box, { row, above, sticky }: Heights): boolean {
  const top = above + index * row;
  return top - sticky >= scrollTop && top + row <= scrollTop + clientHeight;
}

/** Where the list has to be scrolled to, so that a row is in view; where it is, if the row is. With the first row comes all that is above it. */
export function scrollTopFor(index: number, { scrollTop, clientHeight }: Box, { row, above, sticky }: Heights): number {
  if (index === 0) return 0;
  const top = above + index * row;
  if (top - sticky < scrollTop) return Math.max(0, top - sticky);
  return Math.max(scrollTop, top + row - clientHeight);
}
