// A pull that is rung: one at a time, never sooner than its gap, and once more when it was rung meanwhile.

export type Pull = { ring: () => void };

/**
 * `gapMs` is the least time between two starts; a ring in between is kept, many are one. A pull that throws is a bug: it is
 * reported to the console, and the next ring pulls again.
 */
export function createPull(pull: () => Promise<void>, gapMs: number): Pull {
  let busy = false;
  let rung = false;
  const gap = () =>
    new Promise<void>((resolve) => {
      setTimeout(resolve, gapMs);
    });

  async function run(): Promise<void> {
    busy = true;
    while (rung) {
      rung = false;
      await Promise.all([pull().catch((error: unknown) => reportError(error)), gap()]);
    }
    busy = false;
  }

  return {
    ring: () => {
      rung = true;
      if (!busy) void run();
    },
  };
}
