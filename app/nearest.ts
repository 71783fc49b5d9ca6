// The allowed word that was probably meant by one that is not allowed.

/** The nearest of the allowed words; null when none is near. What is much longer than any of them costs nothing. */
export function nearest(given: string, allowed: readonly string[]): string | null {
  const isTooLong = allowed.every((word) => given.length - word.length > furthest(given.length));
  return isTooLong ? null : nearestTo(given.toLowerCase(), allowed);
}

function nearestTo(asked: string, allowed: readonly string[]): string | null {
  const scored = allowed.map((word) => ({ word, distance: distanceTo(asked, word.toLowerCase()) }));
  const best = scored.sort((a, b) => a.distance - b.distance)[0];
  return best !== undefined && best.distance <= furthest(asked.length) ? best.word : null;
}

/** How many edits a word of that length may be away. */
function furthest(length: number): number {
  return Math.max(2, Math.floor(length / 3));
}

/** A beginning of a word is as near as can be; where the lengths alone are too far apart, nothing is compared. */
function distanceTo(asked: string, word: string): number {
  if (asked.length >= 3 && word.startsWith(asked)) return 0;
  if (Math.abs(asked.length - word.length) > furthest(asked.length)) return Infinity;
  return editDistance(asked, word);
}

/** How many letters have to be added, dropped, replaced or swapped with the next. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const steps = [at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + same];
      row.push(Math.min(...steps, swapped ? at(before, j - 2) + 1 : Infinity));
    }
    before = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: number[], index: number): number {
  return row[index] ?? Infinity;
}
