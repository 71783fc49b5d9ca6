// For the tests: a clock that is moved by hand.
import type { Clock } from './clock.ts';

export type HandClock = Clock & {
  /** Goes on by that many milliseconds, and rings on the way. */
  move: (ms: number) => void;
  /** Sets it, also back, without ringing. */
  set: (to: number) => void;
  /** The moment it is armed for; Infinity when it is not. */
  armedFor: () => number;
};

function nothing(): void {}

export function handClock(start: number): HandClock {
  let now = start;
  let armed = Number.POSITIVE_INFINITY;
  let ring: () => void = nothing;
  return {
    now: () => now,
    armedFor: () => armed,
    arm(at, next) {
      armed = at;
      ring = next;
    },
    set(to) {
      now = to;
    },
    move(ms) {
      const end = now + ms;
      while (armed <= end) {
        now = armed;
        armed = Number.POSITIVE_INFINITY;
        ring();
      }
      now = end;
    },
  };
}
