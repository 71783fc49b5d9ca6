// How the usual kinds of change are taken back: an entry of a map, a member of a set, several changes as one.
import type { TakeBack } from './history.ts';

/** Several changes, in the order in which they were made, as one. */
export function together(...parts: TakeBack[]): TakeBack {
  return () => together(...parts.toReversed().map((takeBack) => takeBack()));
}

/** Does that besides, each time: tells whoever looks, for instance. */
export function telling(takeBack: TakeBack, tell: () => void): TakeBack {
  return () => {
    const again = takeBack();
    tell();
    return telling(again, tell);
  };
}

/** An entry of a map as it is now, to be asked for before it is changed: its value, or that there is none. */
export function entryOf<K, V>(map: Map<K, V>, key: K): TakeBack {
  const value = map.get(key);
  return () => {
    const again = entryOf(map, key);
    if (value === undefined) map.delete(key);
    else map.set(key, value);
    return again;
  };
}

/** Whether something is in a set now, to be asked for before it is changed. */
export function memberOf<K>(set: Set<K>, key: K): TakeBack {
  const was = set.has(key);
  return () => {
    const again = memberOf(set, key);
    if (was) set.add(key);
    else set.delete(key);
    return again;
  };
}

/** A field of an object as it is now, to be asked for before it is changed. */
export function fieldOf<T extends object>(object: T, field: keyof T): TakeBack {
  const value = object[field];
  return () => {
    const again = fieldOf(object, field);
    object[field] = value;
    return again;
  };
}
