// The log for other tools: HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/) and NDJSON. Secrets were masked when they came.
import type { LogEntryView } from '../contract/traffic.ts';

type Pair = { name: string; value: string };

type HarEntry = {
  startedDateTime: string;
  /** Milliseconds. */
  time: number;
  request: HarMessage & { method: string; url: string; queryString: Pair[] };
  response: HarMessage & {
    status: number;
    statusText: string;
    content: { size: number; mimeType: string; text: string; encoding?: 'base64'; comment?: string };
    redirectURL: string;
  };
  cache: Record<string, never>;
  timings: { send: number; wait: number; receive: number };
  /** The client's port. */
  connection: string;
  /** Why it was answered so. */
  comment: string;
};

type HarMessage = { httpVersion: string; cookies: never[]; headers: Pair[]; headersSize: number; bodySize: number };

export type Har = { log: { version: '1.2'; creator: { name: string; version: string }; entries: HarEntry[] } };

const UNKNOWN = -1;

/** `endpoint` is where the requests went, such as `http://127.0.0.1:1338`; `version` is Metadeck's. */
export function toHar(entries: readonly LogEntryView[], endpoint: string, version: string): Har {
  const creator = { name: 'Metadeck', version };
  return { log: { version: '1.2', creator, entries: entries.map((entry) => harEntry(entry, endpoint)) } };
}

function harEntry(entry: LogEntryView, endpoint: string): HarEntry {
  return {
    startedDateTime: entry.at,
    time: entry.durationMs,
    request: harRequest(entry, endpoint),
    response: harResponse(entry),
    cache: {},
    timings: { send: 0, wait: entry.durationMs, receive: 0 },
    connection: String(entry.port),
    comment: `${entry.client}: ${entry.why.sentence}`,
  };
}

function harRequest(entry: LogEntryView, endpoint: string): HarEntry['request'] {
  return {
    method: entry.method,
    url: urlOf(entry.target, endpoint),
    queryString: queryOf(entry.target),
    ...messageOf(entry.requestHeaders),
    bodySize: UNKNOWN,
  };
}

function harResponse(entry: LogEntryView): HarEntry['response'] {
  const mimeType = entry.responseHeaders.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  return {
    // A request without an answer has status 0, as browsers write it.
    status: entry.status ?? 0,
    statusText: entry.reason,
    ...messageOf(entry.responseHeaders),
    bodySize: entry.size,
    content: {
      size: entry.size,
      mimeType,
      text: entry.body,
      ...(entry.encoding === 'base64' ? { encoding: 'base64' as const } : {}),
      ...(entry.truncated ? { comment: 'truncated' } : {}),
    },
    redirectURL: '',
  };
}

function messageOf(headers: LogEntryView['requestHeaders']): HarMessage {
  const named = headers.map(([name, value]) => ({ name, value }));
  return { httpVersion: 'HTTP/1.1', cookies: [], headers: named, headersSize: UNKNOWN, bodySize: UNKNOWN };
}

/** A target may itself be a whole address, as proxies send it. */
function urlOf(target: string, endpoint: string): string {
  return /^https?:\/\//i.test(target) ? target : `${endpoint}${target.startsWith('/') ? '' : '/'}${target}`;
}

function queryOf(target: string): Pair[] {
  const cut = target.indexOf('?');
  if (cut === -1) return [];
  const parts = target
    .slice(cut + 1)
    .split('&')
    .filter((part) => part !== '');
  return parts.map((part) => {
    const equals = part.indexOf('=');
    return equals === -1 ? { name: part, value: '' } : { name: part.slice(0, equals), value: part.slice(equals + 1) };
  });
}

/** One JSON document a line, with a line end after the last. */
export function toNdjson(items: readonly object[]): string {
  return items.map((item) => `${JSON.stringify(item)}\n`).join('');
}
