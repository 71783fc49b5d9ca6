// What Node would answer by itself, answered and recorded by hand: CONNECT, expectations, and requests that its parser rejects.
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { route } from '../../app/answer/routing.ts';
import type { Rule, Why } from '../../app/answer/why.ts';
import { dialectOf } from '../../app/answer/dialects.ts';
import type { OwnPages } from '../../app/answer/page.ts';
import { type Answering, unlessClosed } from './answering.ts';
import { begin, type Exchange } from './exchange.ts';
import { record } from './recording.ts';
import { takeRequest } from './take-request.ts';
import { type Noticed, unreadPacket } from './unread.ts';
import { behindWall } from './wall.ts';
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
  server.on('checkExpectation', (req: IncomingMessage, res: ServerResponse) =>
    behindWall(answering, { req, res }, () => refuseExpectation(answering, req, res)),
  );
  server.on('connect', (req: IncomingMessage, socket: Duplex) =>
    behindWall(answering, { req, socket }, () => refuseConnect(answering, req, socket)),
  );
  server.on('clientError', (error: ParserError, socket: Duplex) =>
    behindWall(answering, { socket }, () => refuseMalformed(answering, error, socket)),
  );
}

function refuseExpectation(answering: Answering, req: IncomingMessage, res: ServerResponse): void {
  const why: Why = { rule: 'expectation', given: req.headers.expect ?? '' };
  refuseWhole(answering, begin(answering, req, res), 'expectation', why);
}

/** Which host is meant can't be known: 400, and the connection is closed (RFC 9112, 3.2). */
export function refuseTwoHosts(answering: Answering, exchange: Exchange): void {
  refuseWhole(answering, exchange, 'malformed', { rule: 'malformed-request' });
}

function refuseWhole(answering: Answering, exchange: Exchange, reason: keyof OwnPages, usual: Why): void {
  const { req, res, instance, request, at } = exchange;
  const { page, why } = unlessClosed(instance, request, { page: dialectOf(instance).own[reason], why: usual });
  const responseHeaders = page ? writeAnswer(res, { page, tokenTtl: undefined, now: at, keepAlive: false }) : [];
  if (!page) req.destroy();
  record(answering, exchange, { page, responseHeaders, why });
}

function refuseConnect(answering: Answering, req: IncomingMessage, socket: Duplex): void {
  // Node has let go of this connection: an error that nobody hears would end the process.
  socket.on('error', () => socket.destroy());
  const at = answering.now();
  const startedAt = performance.now();
  const taken = takeRequest(req, answering);
  const instance = route(answering.world(), taken.request, taken.localPort);
  const usual: Why = { rule: 'connect', given: 'CONNECT' };
  const { page, why } = unlessClosed(instance, taken.request, { page: dialectOf(instance).own.connect, why: usual });
  if (page) socket.end(rawAnswer(page, at), 'latin1');
  else socket.destroy();
  const responseHeaders = page ? headersOf(page, undefined, at, false) : [];
  record(answering, { ...taken, instance, at, startedAt }, { page, responseHeaders, why });
}

const REFUSALS: Record<string, readonly [keyof OwnPages, Rule]> = {
  HPE_HEADER_OVERFLOW: ['headersTooLarge', 'headers-too-large'],
  ERR_HTTP_REQUEST_TIMEOUT: ['timedOut', 'timed-out'],
};

function refuseMalformed(answering: Answering, error: ParserError, socket: Duplex): void {
  const at = answering.now();
  const startedAt = performance.now();
  // A connection that broke off, or one on which an answer is under way, can't be answered.
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const [reason, rule] = REFUSALS[error.code ?? ''] ?? ['malformed' as const, 'malformed-request' as const];
  const taken = takenFrom(answering, error, socket);
  const instance = route(answering.world(), taken.request, taken.localPort);
  const page = dialectOf(instance).own[reason];
  const responseHeaders = headersOf(page, undefined, at, false);
  socket.end(rawAnswer(page, at), 'latin1', () => socket.destroy());
  record(answering, { ...taken, instance, at, startedAt }, { page, responseHeaders, why: { rule } });
}

/** The request whose body did not come, or what never became one. */
function takenFrom(answering: Answering, { rawPacket }: ParserError, socket: Duplex): Noticed {
  const req = awaited.get(socket);
  if (req && stopAwaiting(req)) return takeRequest(req, answering);
  return unreadPacket(socket, rawPacket);
}
