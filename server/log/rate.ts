// How many requests came within the last minute: counted as they come, since the log may hold fewer.

/** A tenth of a second: what the count is exact to. */
const TICK_MS = 100;
const MINUTE_MS = 60_000;
const TICKS = MINUTE_MS / TICK_MS;

export type Rate = {
  /** A request that came at that moment, in milliseconds since 1970. */
  note: (at: number) => void;
  /** Requests in the minute before `now`. */
  lastMinute: (now: number) => number;
};

export function createRate(): Rate {
  const counts = new Uint32Array(TICKS);
  /** Which tick since 1970 each count is of. */
  const ticks = new Float64Array(TICKS).fill(-1);

  return {
    note(at) {
      const tick = Math.floor(at / TICK_MS);
      const place = tick % TICKS;
      const held = ticks[place] ?? tick;
      // What was asked more than a minute before and is over only now is none of this minute's.
      if (tick < held) return;
      if (tick > held) {
        ticks[place] = tick;
        counts[place] = 0;
      }
      counts[place] = (counts[place] ?? 0) + 1;
    },
    lastMinute(now) {
      const newest = Math.floor(now / TICK_MS);
      return counts.reduce((sum, count, place) => {
        const tick = ticks[place] ?? 0;
        return tick > newest - TICKS && tick <= newest ? sum + count : sum;
      }, 0);
    },
  };
}
