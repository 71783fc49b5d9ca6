// What Node would answer by itself, answered and recorded by hand: CONNECT, expectations, and requests that its parser rejects.
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { route } from '../../app/answer/routing.ts';
import type { Arrival } from '../../app/answer/route-rules.ts';
import { clientAddress } from '../../app/answer/request.ts';
import type { Rule, Why } from '../../app/answer/why.ts';
import { dialectOf } from '../../app/answer/dialects.ts';
import type { OwnPages } from '../../app/answer/page.ts';
import { type Answering, record, type Recorded, unlessClosed } from './answering.ts';
import { NO_HEADERS } from './kept-headers.ts';
import { type Taken, takeRequest } from './take-request.ts';
import { headersOf, rawAnswer, writeAnswer } from './write-answer.ts';

type ParserError = Error & { code?: string; rawPacket?: Buffer };

/** Requests whose bodies are on their way, by connection: what goes wrong there went wrong with them. */
const awaited = new WeakMap<Duplex, IncomingMessage>();

export function awaitBody(req: IncomingMessage): void {
  awaited.set(req.socket, req);
}

/** False when the request has been answered and recorded meanwhile. */
export function stopAwaiting(req: IncomingMessage): boolean {
  return awaited.delete(req.socket);
}

export function answerByHand(server: Server, answering: Answering): void {
  server.on('checkExpectation', (req: IncomingMessage, res: ServerResponse) => refuseExpectation(answering, req, res));
  server.on('connect', (req: IncomingMessage, socket: Duplex) => refuseConnect(answering, req, socket));
  server.on('clientError', (error: ParserError, socket: Duplex) => refuseMalformed(answering, error, socket));
}

function refuseExpectation(answering: Answering, req: IncomingMessage, res: ServerResponse): void {
  const at = answering.now();
  const taken = takenFrom(answering, req);
  const { request } = taken;
  const instance = route(answering.world(), request, taken.localPort);
  const usual: Why = { rule: 'expectation', given: req.headers.expect ?? '' };
  const { page, why } = unlessClosed(instance, request, { page: dialectOf(instance).own.expectation, why: usual });
  const responseHeaders = page ? writeAnswer(res, { page, tokenTtl: undefined, now: at, keepAlive: false }) : [];
  if (!page) req.destroy();
  note(answering, taken, { page, instance, responseHeaders, why, at });
}

function refuseConnect(answering: Answering, req: IncomingMessage, socket: Duplex): void {
  const at = answering.now();
  socket.on('error', () => socket.destroy());
  const taken = takenFrom(answering, req);
  const { request } = taken;
  const instance = route(answering.world(), request, taken.localPort);
  const usual: Why = { rule: 'connect', given: 'CONNECT' };
  const { page, why } = unlessClosed(instance, request, { page: dialectOf(instance).own.connect, why: usual });
  if (page) socket.end(rawAnswer(page, at), 'latin1');
  else socket.destroy();
  note(answering, taken, {
    page,
    instance,
    responseHeaders: page ? headersOf(page, undefined, at, false) : [],
    why,
    at,
  });
}

type Noted = Pick<Recorded, 'instance' | 'page' | 'responseHeaders' | 'why' | 'at'>;

function takenFrom(answering: Answering, req: IncomingMessage): Taken {
  return takeRequest(req, answering.probeSecret, answering.admits());
}

/** A request, or what was to become one. */
type Noticed = Pick<Taken, 'port' | 'localPort'> & {
  request: Recorded['request'] & Arrival;
  headers: Pick<Taken['headers'], 'kept'>;
};

function note(answering: Answering, { request, port, headers }: Noticed, noted: Noted): void {
  record(answering, {
    ...noted,
    startedAt: performance.now(),
    request,
    port,
    headers: headers.kept,
    effects: [],
    whenSent: [],
  });
}

const REFUSALS: Record<string, readonly [keyof OwnPages, Rule]> = {
  HPE_HEADER_OVERFLOW: ['headersTooLarge', 'headers-too-large'],
  ERR_HTTP_REQUEST_TIMEOUT: ['timedOut', 'timed-out'],
};

function refuseMalformed(answering: Answering, error: ParserError, socket: Duplex): void {
  const at = answering.now();
  // A connection that broke off, or one on which an answer is under way, can't be answered.
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const [reason, rule] = REFUSALS[error.code ?? ''] ?? ['malformed' as const, 'malformed-request' as const];
  const req = awaited.get(socket);
  const taken = req && stopAwaiting(req) ? takenFrom(answering, req) : unreadFrom(error, socket);
  const instance = route(answering.world(), taken.request, taken.localPort);
  const page = dialectOf(instance).own[reason];
  const responseHeaders = headersOf(page, undefined, at, false);
  socket.end(rawAnswer(page, at), 'latin1', () => socket.destroy());
  note(answering, taken, { instance, page, responseHeaders, why: { rule }, at });
}

/** What never became a request, as far as it can be made out. */
function unreadFrom({ rawPacket }: ParserError, socket: Duplex): Noticed {
  const { client, port, localPort } = peerOf(socket);
  const isFirst = socket instanceof Socket && socket.bytesRead <= (rawPacket?.length ?? 0);
  const nothing = { own: false as const, token: undefined, host: undefined, forwardedFor: undefined };
  return {
    request: { client, ...nothing, ...firstLine(rawPacket, isFirst) },
    port,
    localPort,
    headers: { kept: NO_HEADERS },
  };
}

function peerOf(socket: Duplex): { client: string; port: number; localPort: number } {
  if (!(socket instanceof Socket)) return { client: '', port: 0, localPort: 0 };
  const { remoteAddress = '', remotePort = 0, localPort = 0 } = socket;
  return { client: clientAddress(remoteAddress), port: remotePort, localPort };
}

const MAX_SHOWN = 200;

/** What can be made out of the first line of a request; a packet that is not a connection's first may begin with a token. */
function firstLine(packet: Buffer | undefined, isFirst: boolean): { method: string; target: string } {
  const line = packet?.subarray(0, 4096).toString('latin1').split(/\r?\n/, 1)[0] ?? '';
  const match = /^([A-Z]{1,20}) (\S+) HTTP\//.exec(line);
  return { method: match?.[1] ?? '', target: (match?.[2] ?? (isFirst ? line : '')).slice(0, MAX_SHOWN) };
}
