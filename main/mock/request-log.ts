// Writes the lines of every request as they come: pulled when the bell rings, and written some at a time, between answers.
import type { Runtime } from '../../server/runtime.ts';
import { createLinesOf } from './kept-lines.ts';
import type { Mocked } from './request-lines.ts';
import type { Shell } from './shell.ts';

const AT_ONCE = 100;

/** Begins to log; the answer writes what is left and ends it. */
export function logRequests(runtime: Runtime, mocked: () => Mocked, shell: Shell): () => void {
  const linesOf = createLinesOf();
  let cursor = 0;
  let next: NodeJS.Immediate | undefined;

  /** Logs some requests; true when there may be more. */
  function logSome(): boolean {
    const now = mocked();
    const page = runtime.requestsAfter(cursor, AT_ONCE, (entry, row) => linesOf(entry, row, now));
    const looked = page.next - cursor - page.dropped;
    cursor = page.next;
    if (page.dropped > 0) shell.log(`${page.dropped} requests came too fast to be logged`);
    const lines = page.items.flat();
    if (lines.length > 0) shell.log(...lines);
    return looked === AT_ONCE;
  }

  function logOn(): void {
    next = logSome() ? setImmediate(logOn) : undefined;
  }

  const stop = runtime.onChange(() => {
    if (next === undefined) logOn();
  });
  return () => {
    stop();
    clearImmediate(next);
    for (let more = true; more;) more = logSome();
  };
}
