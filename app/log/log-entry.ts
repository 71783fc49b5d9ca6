// One entry of the request log, and what is masked before it is kept: nothing secret is stored (behaviour.md, The log).
import type { EventFinder } from './explain.ts';
import { explain, summarise, tagOf } from './explain.ts';
import type { LogEntryView, LogRow } from '../contract/traffic.ts';
import { isoTime } from '../time.ts';
import type { TokenFinding, Why } from '../answer/why.ts';

/** Who asked, on this machine. */
export type Process = { pid: number; name: string };

export type LogEntry = {
  sequence: number;
  /** Milliseconds since 1970. */
  at: number;
  /** The instance that was asked. */
  instance: string;
  client: string;
  port: number;
  method: string;
  target: string;
  /** Null when nothing was answered at all. */
  status: number | null;
  reason: string;
  size: number;
  durationMs: number;
  why: Why;
  version: 'v1' | 'v2' | null;
  /** Names and values in turn, secrets masked. */
  requestHeaders: readonly string[];
  responseHeaders: readonly string[];
  /** The site's own body with secrets masked, or up to 4 KiB of another. */
  body: string | Uint8Array;
  truncated: boolean;
  panel: boolean;
  /** Looked up later, where that can be. */
  process?: Process | undefined;
};

/** Makes an entry say all that another one says. Field by field, since each request does it: assigning the whole takes five times as long. */
export function writeOver(entry: LogEntry, given: Readonly<LogEntry>): LogEntry {
  entry.sequence = given.sequence;
  entry.at = given.at;
  entry.instance = given.instance;
  entry.client = given.client;
  entry.port = given.port;
  entry.method = given.method;
  entry.target = given.target;
  entry.status = given.status;
  entry.reason = given.reason;
  entry.size = given.size;
  entry.durationMs = given.durationMs;
  entry.why = given.why;
  entry.version = given.version;
  entry.requestHeaders = given.requestHeaders;
  entry.responseHeaders = given.responseHeaders;
  entry.body = given.body;
  entry.truncated = given.truncated;
  entry.panel = given.panel;
  // Few entries have one: a field that is there from the beginning would be one more to write for all.
  if (entry.process !== given.process) entry.process = given.process;
  return entry;
}

const SECRET_HEADERS: ReadonlySet<string> = new Set([
  'x-aws-ec2-metadata-token',
  'authorization',
  'proxy-authorization',
  'cookie',
]);
export const MAX_KEPT_HEADER = 4096;

/** Headers as they came, secrets cut to their first six characters, over-long values to 4 KiB. */
export function maskHeaders(raw: readonly string[]): readonly string[] {
  return raw.map((text, i) =>
    i % 2 === 1 && SECRET_HEADERS.has((raw[i - 1] ?? '').toLowerCase()) ? `${text.slice(0, 6)}…` : cut(text),
  );
}

function cut(text: string): string {
  return text.length <= MAX_KEPT_HEADER ? text : `${text.slice(0, MAX_KEPT_HEADER)}…`;
}

/** About how many bytes an entry holds on to, the site's bodies aside. */
export function entryBytes(entry: LogEntry): number {
  let characters = 0;
  for (const text of entry.requestHeaders) characters += text.length;
  return 600 + 2 * (characters + entry.target.length);
}

/** The value of a header among names and values in turn; empty without it. */
export function headerOf(headers: readonly string[], name: string): string {
  for (let i = 0; i + 1 < headers.length; i += 2) {
    if (headers[i]?.toLowerCase() === name) return headers[i + 1] ?? '';
  }
  return '';
}

export function toRow(entry: Readonly<LogEntry>, find: EventFinder): LogRow {
  const { why } = entry;
  return {
    kind: 'request',
    sequence: entry.sequence,
    at: isoTime(entry.at),
    instance: entry.instance,
    client: entry.client,
    port: entry.port,
    method: entry.method,
    target: entry.target,
    path: why.path ?? null,
    version: entry.version,
    token: tokenState(why.token),
    status: entry.status,
    size: entry.size,
    durationMs: entry.durationMs,
    rule: why.rule,
    why: summarise(why, find),
    tag: tagOf(why, find),
    event: why.rule === 'event' ? (why.events?.[0] ?? null) : null,
    firstSighting: why.firstSightingMs !== undefined,
    userAgent: headerOf(entry.requestHeaders, 'user-agent'),
    panel: entry.panel,
    ...(entry.process ? { process: entry.process } : {}),
  };
}

function tokenState(token: TokenFinding | undefined): LogRow['token'] {
  return token?.state ?? 'none';
}

/** The whole entry; `toBase64` is for bodies that are bytes. */
export function toEntryView(
  entry: Readonly<LogEntry>,
  find: EventFinder,
  toBase64: (bytes: Uint8Array) => string,
): LogEntryView {
  const { why: _, ...row } = toRow(entry, find);
  const { body } = entry;
  return {
    ...row,
    requestHeaders: pairs(entry.requestHeaders),
    reason: entry.reason,
    responseHeaders: pairs(entry.responseHeaders),
    ...(typeof body === 'string'
      ? { body, encoding: 'utf8' as const }
      : { body: toBase64(body), encoding: 'base64' as const }),
    truncated: entry.truncated,
    why: explain(entry.why, find),
  };
}

/** Names and values in turn as pairs. */
export function pairs(flat: readonly string[]): [string, string][] {
  const found: [string, string][] = [];
  for (let i = 0; i + 1 < flat.length; i += 2) found.push([flat[i] ?? '', flat[i + 1] ?? '']);
  return found;
}
