// Writes an answer: status, headers and body in one go, in the order in which the real service sends them (imds.md 2.4).
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Page } from '../../app/answer/page.ts';
import { isWholeSame } from './try-whole.ts';
import { writeInParts } from './write-in-parts.ts';
import { writeWhole } from './write-whole.ts';

export type ToWrite = {
  page: Page;
  tokenTtl: number | undefined;
  /** What the Date header says. */
  now: number;
  /** True when the connection is kept: in the profile ec2 when the client asked for it, by name. */
  keepAlive: boolean;
};

/** A page as it goes out, kept with the page. */
type Outgoing = {
  /** The body, a character for each of its bytes. */
  body: string;
  /** The last answer with it: within a second the next one is mostly the same, and the log then keeps its headers once. */
  last?: Whole;
};

type Whole = {
  second: number;
  tokenTtl: number | undefined;
  keepAlive: boolean;
  /** Names and values in turn. */
  headers: string[];
  /** Status line, headers, the empty line after them, and the body; a character for each byte. */
  text: string;
};

const kept = new WeakMap<Page, Outgoing>();

function outgoing(page: Page): Outgoing {
  const known = kept.get(page);
  if (known) return known;
  const made: Outgoing = { body: Buffer.from(page.body).toString('latin1') };
  kept.set(page, made);
  return made;
}

/** Bytes of a body on the wire. */
export function sizeOf(page: Page): number {
  return outgoing(page).body.length;
}

/** The first bytes of a body, as far as they are whole characters. */
export function startOf(body: Page['body'], bytes: number): Page['body'] {
  return typeof body === 'string'
    ? new TextDecoder().decode(Buffer.from(body).subarray(0, bytes), { stream: true })
    : body.subarray(0, bytes);
}

/** Sends the answer, and returns its headers: names and values in turn. */
export function writeAnswer(res: ServerResponse, given: ToWrite): readonly string[] {
  const { page, keepAlive } = given;
  const answer = outgoing(page);
  const { headers, text } = wholeOf(answer, given);
  res.statusCode = page.status;
  res.statusMessage = page.reason;
  const { body } = answer;
  const whole = res.req.method === 'HEAD' ? text.slice(0, text.length - body.length) : text;
  if (isWholeSame() && writeWhole(res, whole, !(keepAlive && res.shouldKeepAlive))) return headers;
  writeInParts(res, { status: page.status, reason: page.reason, headers, body, keepAlive });
  return headers;
}

/**
 * Writes the head of the answer and at most so many bytes of its body to the connection itself, past Node's response, and
 * returns the headers: names and values in turn.
 */
export function writeStart(
  socket: Socket,
  method: string | undefined,
  given: ToWrite,
  bytes: number,
): readonly string[] {
  const answer = outgoing(given.page);
  const { headers, text } = wholeOf(answer, given);
  const head = text.length - answer.body.length;
  socket.write(text.slice(0, method === 'HEAD' ? head : head + bytes), 'latin1');
  return headers;
}

function wholeOf(answer: Outgoing, { page, tokenTtl, now, keepAlive }: ToWrite): Whole {
  const second = Math.floor(now / 1000);
  const { last } = answer;
  if (last?.second === second && last.tokenTtl === tokenTtl && last.keepAlive === keepAlive) return last;
  const headers = headersOf(page, tokenTtl, now, keepAlive);
  return (answer.last = { second, tokenTtl, keepAlive, headers, text: headText(page, headers) + answer.body });
}

function headText(page: Page, headers: readonly string[]): string {
  let text = `HTTP/1.1 ${page.status} ${page.reason}\r\n`;
  for (let i = 0; i < headers.length; i += 2) text += `${headers[i] ?? ''}: ${headers[i + 1] ?? ''}\r\n`;
  return `${text}\r\n`;
}

/** All headers of an answer that goes out at `now` (milliseconds since 1970): names and values in turn. */
export function headersOf(page: Page, tokenTtl: number | undefined, now: number, keepAlive: boolean): string[] {
  return page.wire.head(page, { tokenTtl, date: dateText(now), keepAlive });
}

/** The whole answer as text, a character for each byte, for what is written to a bare socket; always closes. */
export function rawAnswer(page: Page, now: number): string {
  return headText(page, headersOf(page, undefined, now, false)) + outgoing(page).body;
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
