// Whether the panel hears from the server. In the window it always does; over HTTP the stream may break, or the page be refused.
import { create } from 'zustand';

/** `refused` is a page without a valid token: it hears nothing until it is given one. */
type ConnectionState = 'connected' | 'reconnecting' | 'refused';

/** How long the connection may be broken before anything says so. */
const QUIET_MS = 1000;

type Connection = {
  state: ConnectionState;
  /** True once nothing can be asked of the server, and that is to be seen. */
  gone: boolean;
  /** When it is tried again, in this page's own time; null while nothing waits. */
  retryAt: number | null;
  /** How many breaks were mended, so that everything is pulled anew after each. */
  mended: number;
  connected: () => void;
  /** Resolves when it is time to try again: after `waitMs`, or at once when somebody asks. */
  broken: (waitMs: number) => Promise<void>;
  /** Resolves when somebody asks to try again. */
  refused: () => Promise<void>;
  tryAgain: () => void;
};

export const useConnection = create<Connection>()((set, get) => {
  let wake: (() => void) | null = null;
  let quiet: ReturnType<typeof setTimeout> | undefined;
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
    gone: false,
    retryAt: null,
    mended: 0,
    connected: () => {
      clearTimeout(quiet);
      quiet = undefined;
      if (get().state === 'connected') return;
      set({ state: 'connected', gone: false, retryAt: null, mended: get().mended + 1 });
    },
    broken: async (waitMs) => {
      quiet ??= setTimeout(() => set({ gone: true }), QUIET_MS);
      set({ state: 'reconnecting', retryAt: Date.now() + waitMs });
      await sleep(waitMs);
    },
    refused: async () => {
      set({ state: 'refused', gone: true, retryAt: null });
      await sleep(null);
    },
    tryAgain: () => wake?.(),
  };
});
