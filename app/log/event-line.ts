// A line of the log about an event, between the requests: what happened to it, and when.
import type { EventRow } from '../contract/traffic.ts';
import { isoTime } from '../time.ts';
import type { LogEntry } from './log-entry.ts';

export type EventLine = Pick<EventRow, 'instance' | 'event' | 'what' | 'tag' | 'why'> & {
  sequence: number;
  /** Milliseconds since 1970. */
  at: number;
};

/** What the log keeps, in the order in which it came. */
export type LogItem = LogEntry | EventLine;

export function isEventLine(item: Readonly<LogItem>): item is Readonly<EventLine> {
  return 'what' in item;
}

export function toEventRow({ sequence, at, instance, event, what, tag, why }: Readonly<EventLine>): EventRow {
  return { kind: 'event', sequence, at: isoTime(at), instance, event, what, tag, why };
}
