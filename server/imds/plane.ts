// Whether the data plane listens, where, and if not, why; one change at a time.
import type { Server } from 'node:http';
import { createTurns } from '../in-turn.ts';
import { type Listener, openListeners, type Problem, type Where } from '../listen.ts';

export type PlaneState = {
  state: 'starting' | 'listening' | 'stopped' | 'failed';
  listeners: Listener[];
  problem: Problem | null;
};

export type Plane = {
  /** Opens it where it was asked to be last, or elsewhere; what listened before is closed first. */
  start: (where?: Partial<Where>) => Promise<PlaneState>;
  stop: () => Promise<PlaneState>;
  state: () => PlaneState;
  where: () => Where;
  /** What a client is pointed at; null while nothing listens. */
  endpoint: () => string | null;
};

type Options = { make: () => Server; where: Where; notFreePorts: () => number[]; changed: () => void };

async function closeNothing(): Promise<void> {}

export function createPlane({ make, where: first, notFreePorts, changed }: Options): Plane {
  let where = first;
  let current: PlaneState = { state: 'stopped', listeners: [], problem: null };
  let close = closeNothing;
  const inTurn = createTurns();

  function become(next: PlaneState): PlaneState {
    current = next;
    changed();
    return next;
  }

  async function open(): Promise<PlaneState> {
    become({ state: 'starting', listeners: [], problem: null });
    const opened = await openListeners(make, where, notFreePorts());
    if (!opened.ok) return become({ state: 'failed', listeners: [], problem: opened.problem });
    close = opened.close;
    return become({ state: 'listening', listeners: opened.listeners, problem: null });
  }

  async function shut(): Promise<PlaneState> {
    const closing = close;
    close = closeNothing;
    await closing();
    return become({ state: 'stopped', listeners: [], problem: null });
  }

  return {
    start: (elsewhere = {}) =>
      inTurn(async () => {
        await shut();
        where = { ...where, ...elsewhere };
        return open();
      }),
    stop: () => inTurn(shut),
    state: () => current,
    where: () => where,
    endpoint() {
      const [listener] = current.listeners;
      return listener ? `http://${bracketed(reachable(listener.address))}:${listener.port}` : null;
    },
  };
}

/** The address that a client on this machine uses for one that was listened on. */
export function reachable(address: string): string {
  if (address === '0.0.0.0') return '127.0.0.1';
  return address === '::' ? '::1' : address;
}

/** As it stands in a URL. */
function bracketed(address: string): string {
  return address.includes(':') ? `[${address}]` : address;
}
