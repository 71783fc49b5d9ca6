// What times in a filter are reckoned from. Who knows the server's time and its events says it.
import { termsOf } from '../../../app/filter/parse.ts';
import type { Times } from '../../../app/filter/subject.ts';

let read = (): Times => ({ now: Date.now(), newestEvent: undefined });

/** Who is asked from now on. */
export function reckonBy(times: () => Times): void {
  read = times;
}

export function timesNow(): Times {
  return read();
}

/** True where what a filter shows changes with an event that is fired, or with time alone. */
export function asksSince(filter: string, term: 'since' | 'last'): boolean {
  return termsOf(filter).some(({ operator }) => operator === term);
}
