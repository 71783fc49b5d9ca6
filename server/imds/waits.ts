// Answers that are held back until it is time: no more than so many at once, and none for a client that left.
import type { Socket } from 'node:net';
import { whenGone } from './gone.ts';

/** What becomes of a wait: it is over, or the connection was before. */
type Ends = { due: () => void; left: () => void };

export type Waits = {
  /** Calls one of both, once; false, and neither is ever called, where as many wait as may. */
  hold: (socket: Socket, ms: number, ends: Ends) => boolean;
};

export function createWaits(limit: number): Waits {
  let held = 0;
  return {
    hold(socket, ms, { due, left }) {
      if (held >= limit) return false;
      held += 1;
      const timer = setTimeout(() => {
        held -= 1;
        stay();
        due();
      }, ms);
      // The connection keeps the process while it is there; a wait for nobody should not.
      timer.unref();
      const stay = whenGone(socket, () => {
        held -= 1;
        clearTimeout(timer);
        left();
      });
      return true;
    },
  };
}
