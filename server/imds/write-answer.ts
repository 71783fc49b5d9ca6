// Writes an answer: status, headers and body in one go, in the order in which the real service sends them (imds.md 2.4).
import type { ServerResponse } from 'node:http';
import { SERVER, TTL_HEADER } from '../../app/wire/ec2.ts';
import type { Page } from '../../app/wire/page.ts';

export type ToWrite = {
  page: Page;
  tokenTtl: number | undefined;
  /** What the Date header says. */
  now: number;
  /** True when the connection is kept: in the profile ec2 when the client asked for it, by name. */
  keepAlive: boolean;
};

/** A body as it goes out. */
type Outgoing = {
  /** Text where every character is one byte: it can go out in one piece with the headers. */
  chunk: string | Buffer;
  bytes: number;
};

/** Bodies as they go out, kept with the page they belong to. */
const bodies = new WeakMap<Page, Outgoing>();

function outgoing(page: Page): Outgoing {
  const known = bodies.get(page);
  if (known) return known;
  const buffer = Buffer.from(page.body);
  const isAscii = typeof page.body === 'string' && page.body.length === buffer.length;
  const made = { chunk: isAscii ? page.body : buffer, bytes: buffer.length };
  bodies.set(page, made);
  return made;
}

/** Bytes of a body on the wire. */
export function sizeOf(page: Page): number {
  return outgoing(page).bytes;
}

/** Sends the answer, and returns its headers: names and values in turn. */
export function writeAnswer(res: ServerResponse, { page, tokenTtl, now, keepAlive }: ToWrite): readonly string[] {
  const headers = rememberedHeaders(page, tokenTtl, now, keepAlive);
  res.sendDate = false;
  // Without this Node would add "Connection: keep-alive" and "Keep-Alive", which neither service sends.
  if (keepAlive) res.removeHeader('Connection');
  res.writeHead(page.status, page.reason, headers);
  endWith(res, outgoing(page).chunk);
  return headers;
}

/** Node keeps the head here until the first write, and no method of its own gets at it. */
type WithHead = Omit<ServerResponse, '_header'> & { _header?: unknown };

/**
 * Given a body, Node writes head, body and an empty end as pieces of one call, which costs the kernel a third more than
 * one piece. So text goes out behind its head, as part of it, where Node keeps the head as text.
 */
function endWith(res: ServerResponse, chunk: string | Buffer): void {
  const held = res as WithHead;
  if (typeof chunk !== 'string' || typeof held._header !== 'string') {
    res.end(chunk);
    return;
  }
  if (res.req.method !== 'HEAD') held._header += chunk;
  res.end();
}

type Remembered = { second: number; tokenTtl: number | undefined; keepAlive: boolean; headers: string[] };

/** The headers that went out last with a page: within a second they are mostly the same, and the log then keeps them once. */
const lastHeaders = new WeakMap<Page, Remembered>();

function rememberedHeaders(page: Page, tokenTtl: number | undefined, now: number, keepAlive: boolean) {
  const second = Math.floor(now / 1000);
  const last = lastHeaders.get(page);
  if (last?.second === second && last.tokenTtl === tokenTtl && last.keepAlive === keepAlive) return last.headers;
  const headers = headersOf(page, tokenTtl, now, keepAlive);
  lastHeaders.set(page, { second, tokenTtl, keepAlive, headers });
  return headers;
}

export function headersOf(page: Page, tokenTtl: number | undefined, now: number, keepAlive: boolean): string[] {
  if (page.isAemm) return aemmHeaders(page, now, keepAlive);
  const headers = tokenTtl === undefined ? [] : [TTL_HEADER, String(tokenTtl)];
  headers.push(...page.before, 'Date', dateText(now), 'Server', SERVER);
  if (!keepAlive) headers.push('Connection', 'close');
  if (page.after.length > 0) headers.push(...page.after);
  return headers;
}

/** In the order of Go's web server. */
function aemmHeaders(page: Page, now: number, keepAlive: boolean): string[] {
  const headers = [...page.before, 'Date', dateText(now), ...page.after];
  return keepAlive ? headers : [...headers, 'Connection', 'close'];
}

/** The whole answer as text, for what is written to a bare socket; always closes. */
export function rawAnswer(page: Page, now: number): string {
  const headers = headersOf(page, undefined, now, false);
  const lines = headers.flatMap((name, i) => (i % 2 === 0 ? [`${name}: ${headers[i + 1] ?? ''}`] : []));
  return `HTTP/1.1 ${page.status} ${page.reason}\r\n${lines.join('\r\n')}\r\n\r\n${outgoing(page).chunk.toString('latin1')}`;
}

let lastSecond = -1;
let lastText = '';

function dateText(now: number): string {
  const second = Math.floor(now / 1000);
  if (second !== lastSecond) {
    lastSecond = second;
    lastText = new Date(second * 1000).toUTCString();
  }
  return lastText;
}
