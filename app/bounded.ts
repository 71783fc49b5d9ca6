// Memories that are bounded: one that begins anew once it is full, and one from which the oldest goes.

/** Keeps a value, and lets go of all others first where `limit` are kept already. Gives the value. */
export function putWithin<K, V>(kept: Map<K, V>, limit: number, key: K, value: V): V {
  if (kept.size >= limit) kept.clear();
  kept.set(key, value);
  return value;
}

/** Sets a value; where there are more than `limit` then, the one that was set first goes. */
export function putBounded<K, V>(kept: Map<K, V>, key: K, value: V, limit: number): void {
  kept.set(key, value);
  if (kept.size <= limit) return;
  const oldest = kept.keys().next();
  if (!oldest.done) kept.delete(oldest.value);
}
