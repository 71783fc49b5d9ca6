// Says that something changed: at most 20 times a second, and only the latest revision numbers.
import type { Bell } from '../app/contract/server.ts';

type Listener = (bell: Bell) => void;

export type Doorbell = {
  /** Something changed; listeners hear of it now, or as soon as the last ring is 50 ms ago. */
  ring: () => void;
  /** Returns how to stop listening. */
  listen: (listener: Listener) => () => void;
  close: () => void;
};

const MIN_GAP_MS = 50;

/** What a listener throws goes to `failed`, and keeps nobody else from hearing. */
export function createDoorbell(read: () => Bell, failed: (error: unknown) => void): Doorbell {
  const listeners = new Set<Listener>();
  let waiting: NodeJS.Timeout | undefined;
  let again = false;

  function tell(): void {
    again = false;
    waiting = setTimeout(quiet, MIN_GAP_MS);
    waiting.unref();
    const bell = read();
    for (const listener of listeners) tellOne(listener, bell);
  }

  function tellOne(listener: Listener, bell: Bell): void {
    try {
      listener(bell);
    } catch (error) {
      failed(error);
    }
  }

  function quiet(): void {
    waiting = undefined;
    if (again) tell();
  }

  return {
    ring() {
      if (waiting) again = true;
      else if (listeners.size > 0) tell();
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      clearTimeout(waiting);
      listeners.clear();
    },
  };
}
