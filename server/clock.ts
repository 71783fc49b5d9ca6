// The time, injectable, with one timer: it rings at the next boundary and does nothing else.

export type Clock = {
  /** Milliseconds since 1970. */
  now: () => number;
  /** Calls `ring` at that moment, or a day ahead at most; replaces what was armed before. Infinity disarms. */
  arm: (at: number, ring: () => void) => void;
};

const DAY_MS = 86_400_000;

/** The machine's own time. */
export function systemClock(): Clock {
  let timer: NodeJS.Timeout | undefined;
  return {
    now: () => Date.now(),
    arm(at, ring) {
      clearTimeout(timer);
      timer = undefined;
      if (at === Number.POSITIVE_INFINITY) return;
      timer = setTimeout(ring, Math.min(DAY_MS, Math.max(1, at - Date.now())));
      timer.unref();
    },
  };
}
