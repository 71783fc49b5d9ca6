// A memory that is bounded in the plainest way: once it is full it begins anew.

/** Keeps a value, and lets go of all others first where `limit` are kept already. Gives the value. */
export function putWithin<K, V>(kept: Map<K, V>, limit: number, key: K, value: V): V {
  if (kept.size >= limit) kept.clear();
  kept.set(key, value);
  return value;
}
