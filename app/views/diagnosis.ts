// What can be said of how a client treats notices, in one line.
import { span } from '../words.ts';

/** How a client asks on the path of one notice. Times in milliseconds, `lastAt` since 1970. */
export type AskedPath = { path: string; everyMs: number | null; times: number; lastAt: number };

/** What is known of a client; `readAfterMs` is how long after the standing notice it read it, null where it has not. */
export type Known = {
  polls: readonly AskedPath[];
  notice: { kind: string; readAfterMs: number | null } | null;
  /** Share of its requests without a token, from 0 to 1. */
  v1Share: number;
};

/** Both say when an instance is interrupted; a client needs one of them. */
const INTERRUPTION_PATHS: readonly string[] = ['meta-data/spot/instance-action', 'meta-data/spot/termination-time'];

/** `read the notice after 120 ms, asked last 35 s ago; uses IMDSv1 only`. `now` in milliseconds since 1970. */
export function diagnosis({ polls, notice, v1Share }: Known, now: number): string {
  const asked = askedMost(polls.filter(({ path }) => INTERRUPTION_PATHS.includes(path)));
  const asks = asked ? askingText(asked, now) : neverText(polls, now);
  const first = [...readText(notice), asks].join(', ');
  return v1Share >= 1 ? `${first}; uses IMDSv1 only` : first;
}

function askedMost(polls: readonly AskedPath[]): AskedPath | undefined {
  return polls.toSorted((a, b) => b.times - a.times)[0];
}

const NAMES: Record<string, string> = {
  'spot-interruption': 'the notice',
  'rebalance-recommendation': 'the rebalance recommendation',
  maintenance: 'the maintenance event',
  lifecycle: 'the target state',
};

function readText(notice: Known['notice']): string[] {
  if (notice === null) return [];
  const name = NAMES[notice.kind] ?? 'the notice';
  return notice.readAfterMs === null
    ? [`has not read ${name}`]
    : [`read ${name} after ${shortText(notice.readAfterMs)}`];
}

/** What else it asks for says that it is no client of no notices at all. */
function neverText(polls: readonly AskedPath[], now: number): string {
  const other = askedMost(polls);
  const never = 'has never asked for the notice path';
  return other ? `${never}, ${askingText(other, now)} on ${lastPart(other.path)}` : never;
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** As long as this many of its usual gaps it may be late before it counts as silent, and at least so long in milliseconds. */
const LATE_GAPS = 3;
const LATE_MS = 5000;

function askingText({ everyMs, lastAt }: AskedPath, now: number): string {
  const agoMs = now - lastAt;
  if (everyMs === null) return agoMs < LATE_MS ? 'asked once, now' : `asked once, ${agoText(agoMs)}`;
  if (agoMs > Math.max(LATE_MS, LATE_GAPS * everyMs)) return `asked last ${agoText(agoMs)}`;
  return `asks every ${shortText(everyMs)}${riskText(everyMs)}`;
}

function agoText(ms: number): string {
  return `${span(ms / 1000)} ago`;
}

/** What a notice gives an instance. */
const NOTICE_MS = 120_000;
/** EC2 advises to ask every 5 s; from half a minute on a notice may be missed for a few requests that fail. */
const ADVISED_MS = 5000;
const RISKY_MS = 30_000;

function riskText(everyMs: number): string {
  if (everyMs > NOTICE_MS) return ': may miss a notice of two minutes';
  if (everyMs < RISKY_MS) return everyMs > ADVISED_MS * 1.5 ? `: may read a notice ${shortText(everyMs)} late` : '';
  const inTime = Math.floor(NOTICE_MS / everyMs);
  const fail = inTime === 1 ? 'one request fails' : `${inTime} requests in a row fail`;
  return `: may miss a notice of two minutes only if ${fail}`;
}

/** `120 ms`, `1 s`, `1.5 s`, `60 s`, `5 min`. */
function shortText(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 10_000) return `${Math.round(ms / 100) / 10} s`;
  return ms < NOTICE_MS ? `${Math.round(ms / 1000)} s` : span(ms / 1000);
}
