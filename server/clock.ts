// The time, injectable, with one timer: it rings at the next boundary and does nothing else.

export type Clock = {
  /** Milliseconds since 1970. */
  now: () => number;
  /** Calls `ring` at that moment, or soon after the clock was set past it; replaces what was armed before. Infinity disarms. */
  arm: (at: number, ring: () => void) => void;
};

/** A timer goes on where the clock jumps, as after a sleep: so often the clock is looked at. */
const LOOK_EVERY_MS = 30_000;

/** The machine's own time. */
export function systemClock(): Clock {
  let timer: NodeJS.Timeout | undefined;
  function wait(at: number, ring: () => void): void {
    const look = (): void => (Date.now() < at ? wait(at, ring) : ring());
    timer = setTimeout(look, Math.min(LOOK_EVERY_MS, Math.max(1, at - Date.now())));
    timer.unref();
  }
  return {
    now: () => Date.now(),
    arm(at, ring) {
      clearTimeout(timer);
      timer = undefined;
      if (at !== Number.POSITIVE_INFINITY) wait(at, ring);
    },
  };
}
