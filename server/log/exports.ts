// What the log held when somebody asked for an export: read page by page, while the log goes on.
import { randomBytes } from 'node:crypto';
import type { Times } from '../../app/filter/subject.ts';
import type { LogItem } from '../../app/log/event-line.ts';

/** What an export is of: items oldest first, what it shows of them, and what times in that were reckoned from. */
type Export = { items: readonly Readonly<LogItem>[]; filter: string; times: Times };

export type Exports = {
  /** Keeps it, and gives its id; the one that was asked for first makes way where there are several already. */
  begin: (asked: Export) => string;
  find: (id: string) => Export | undefined;
  /** Lets go of one that was read to its end. */
  end: (id: string) => void;
};

/** Each can hold as much as the log. */
const MOST = 2;
/** One that nobody has gone on reading for that long is let go of when the next begins. */
const UNREAD_MS = 60_000;

export function createExports(now: () => number): Exports {
  const kept = new Map<string, { asked: Export; readAt: number }>();

  function letGo(): void {
    for (const [id, { readAt }] of kept) if (now() - readAt > UNREAD_MS || kept.size >= MOST) kept.delete(id);
  }

  return {
    begin(asked) {
      letGo();
      const id = randomBytes(8).toString('hex');
      kept.set(id, { asked, readAt: now() });
      return id;
    },
    find(id) {
      const one = kept.get(id);
      if (one) one.readAt = now();
      return one?.asked;
    },
    end: (id) => void kept.delete(id),
  };
}
