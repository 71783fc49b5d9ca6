// What this browser keeps between visits: small values in localStorage, each under a name of its own.

/** What was kept; null where nothing was, or where it can't be read. */
export function keptValue(name: string): unknown {
  if (typeof localStorage === 'undefined') return null;
  try {
    return JSON.parse(localStorage.getItem(`metadeck.${name}`) ?? 'null');
  } catch {
    return null;
  }
}

/** A full or forbidden store loses the value, and nothing else. */
export function keepValue(name: string, value: unknown): void {
  try {
    localStorage.setItem(`metadeck.${name}`, JSON.stringify(value));
  } catch {
    // The next visit starts as usual.
  }
}
