// How a client asks on the paths of notices: how often, and when last. Of each path a few moments are kept.
import { noticeGroup } from '../events/audience.ts';

/** Gaps that the interval is told from: enough for one late request among them to say nothing. */
const KEPT_MOMENTS = 6;

export type Poll = {
  times: number;
  lastAt: number;
  /** The last moments, each written over the oldest; milliseconds since 1970. */
  readonly moments: number[];
};

/** By path, without the version; only those of notices, which are few. */
export type Polls = Map<string, Poll>;

/** Notes a GET of `path` at `now`; any path but one of a notice is left alone. */
export function notePoll(polls: Polls, path: string, now: number): void {
  if (noticeGroup(path) === undefined) return;
  const known = polls.get(path);
  if (!known) {
    polls.set(path, { times: 1, lastAt: now, moments: [now] });
    return;
  }
  known.moments[known.times % KEPT_MOMENTS] = now;
  known.times += 1;
  known.lastAt = now;
}

/** The usual time between two of its requests in milliseconds, the middle one of the last few; null before the second. */
export function pollEveryMs({ moments }: Pick<Poll, 'moments'>): number | null {
  const sorted = moments.toSorted((a, b) => a - b);
  const gaps = sorted.slice(1).map((at, i) => at - (sorted[i] ?? at));
  return gaps.toSorted((a, b) => a - b)[Math.floor((gaps.length - 1) / 2)] ?? null;
}
