// Which row a key leads to.

/** The index that a key leads to from `index` (-1 without a selection) among `count` rows; null when the key means nothing here. */
export function rowAfterKey(key: string, index: number, count: number, page: number): number | null {
  if (count === 0) return null;
  const to = target(key, index, count, page);
  return to === null ? null : Math.min(Math.max(to, 0), count - 1);
}

function target(key: string, index: number, count: number, page: number): number | null {
  // Without a selection, the way starts at the newest row.
  const from = index === -1 ? count : index;
  switch (key) {
    case 'ArrowUp':
    case 'k':
      return from - 1;
    case 'ArrowDown':
    case 'j':
      return from + 1;
    case 'PageUp':
      return from - page;
    case 'PageDown':
      return from + page;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
