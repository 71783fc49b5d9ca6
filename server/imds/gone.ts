// Tells any number of requests that the connection they came over is gone, by one listener on it.
import type { Duplex } from 'node:stream';

const heard = new WeakMap<Duplex, Set<() => void>>();

/** Calls `act` once the connection, which is still there, is gone; what is returned takes that back. */
export function whenGone(connection: Duplex, act: () => void): () => void {
  const acts = heard.get(connection) ?? hear(connection);
  acts.add(act);
  return () => acts.delete(act);
}

function hear(connection: Duplex): Set<() => void> {
  const acts = new Set<() => void>();
  heard.set(connection, acts);
  connection.once('close', () => {
    for (const act of acts) act();
  });
  return acts;
}
