// Writes the lines of every request as they come: pulled when the bell rings, and written in one piece.
import type { Runtime } from '../../server/runtime.ts';
import { requestLines, type Mocked } from './request-lines.ts';
import type { Shell } from './shell.ts';

const AT_ONCE = 500;

/** Begins to log; the answer writes what is left and ends it. */
export function logRequests(runtime: Runtime, mocked: () => Mocked, shell: Shell): () => void {
  let cursor = 0;
  const pull = (): void => {
    for (let full = true; full;) {
      const { items, next, dropped } = runtime.requestsAfter(cursor, AT_ONCE);
      cursor = next;
      if (dropped > 0) shell.log(`${dropped} requests came too fast to be logged`);
      const lines = items.flatMap((row) => requestLines(row, mocked()));
      if (lines.length > 0) shell.log(...lines);
      full = items.length === AT_ONCE;
    }
  };
  const stop = runtime.onChange(pull);
  return () => {
    stop();
    pull();
  };
}
