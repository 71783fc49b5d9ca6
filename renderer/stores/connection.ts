// Whether the panel hears from the server. In the window it always does; over HTTP the stream may break.
import { create } from 'zustand';

type ConnectionState = 'connected' | 'reconnecting' | 'lost';

type Connection = {
  state: ConnectionState;
  /** When it was heard last before a break, in this page's own time. */
  brokenAt: number | null;
  /** When it is tried again, in this page's own time; null while nothing waits. */
  retryAt: number | null;
  /** Why it was given up; empty while it was not. */
  reason: string;
  /** How many breaks were mended, so that everything is pulled anew after each. */
  mended: number;
  connected: () => void;
  /** Resolves when it is time to try again: after `waitMs`, or at once when somebody asks. */
  broken: (waitMs: number) => Promise<void>;
  /** Resolves when somebody asks to try again. */
  lost: (reason: string) => Promise<void>;
  tryAgain: () => void;
};

export const useConnection = create<Connection>()((set, get) => {
  let wake: (() => void) | null = null;
  const sleep = (waitMs: number | null) =>
    new Promise<void>((resolve) => {
      const timer = waitMs === null ? undefined : setTimeout(resolve, waitMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  return {
    state: 'connected',
    brokenAt: null,
    retryAt: null,
    reason: '',
    mended: 0,
    connected: () => {
      if (get().state !== 'connected')
        set({ state: 'connected', brokenAt: null, retryAt: null, reason: '', mended: get().mended + 1 });
    },
    broken: async (waitMs) => {
      set({ state: 'reconnecting', reason: '', retryAt: Date.now() + waitMs, brokenAt: get().brokenAt ?? Date.now() });
      await sleep(waitMs);
    },
    lost: async (reason) => {
      set({ state: 'lost', reason, retryAt: null, brokenAt: get().brokenAt ?? Date.now() });
      await sleep(null);
    },
    tryAgain: () => wake?.(),
  };
});
