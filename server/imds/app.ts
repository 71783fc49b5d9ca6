// The data plane: a Koa app that answers with the core and records, on a server whose own answers are recorded too.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import Koa from 'koa';
import { asksForSignature } from '../../app/metadata/signatures.ts';
import type { Request } from '../../app/request.ts';
import type { Outcome } from '../../app/respond.ts';
import type { Why } from '../../app/why.ts';
import { ownPages } from '../../app/wire/own-pages.ts';
import { instanceFor } from '../../app/world.ts';
import { type Answering, record, unlessClosed } from './answering.ts';
import { answerByHand, awaitBody, stopAwaiting } from './by-hand.ts';
import { asksToKeepAlive, dropBody, hasBody, mayBeKept, takeRequest } from './take-request.ts';
import { writeAnswer } from './write-answer.ts';

export type Limits = {
  /** Milliseconds for the headers of a request to arrive, and for the whole of it. */
  headersTimeoutMs: number;
  requestTimeoutMs: number;
  /** Milliseconds that a connection may do nothing, between requests or where one is not answered. */
  idleMs: number;
  /** How often these are looked at. */
  checkEveryMs: number;
};

const DEFAULT_LIMITS: Limits = {
  headersTimeoutMs: 15_000,
  requestTimeoutMs: 30_000,
  idleMs: 60_000,
  checkEveryMs: 5000,
};
const MAX_HEADER_BYTES = 16 * 1024;

/** A server that has not begun to listen. */
export function createDataPlane(answering: Answering, given: Partial<Limits> = {}): Server {
  const limits = { ...DEFAULT_LIMITS, ...given };
  const app = new Koa();
  app.silent = true;
  app.use((ctx) => {
    ctx.respond = false;
    return answer(answering, ctx.req, ctx.res);
  });
  const server = createServer(
    { maxHeaderSize: MAX_HEADER_BYTES, requireHostHeader: false, connectionsCheckingInterval: limits.checkEveryMs },
    handler(answering, app.callback()),
  );
  server.headersTimeout = limits.headersTimeoutMs;
  server.requestTimeout = limits.requestTimeoutMs;
  server.keepAliveTimeout = limits.idleMs;
  server.timeout = limits.idleMs;
  answerByHand(server, answering);
  return server;
}

/**
 * A request without a body, as nearly all are, is answered ahead of Koa: that is a fifth of the throughput. Koa's promise
 * for the others is not waited for; it settles when the answer is on its way.
 */
function handler(answering: Answering, callback: ReturnType<Koa['callback']>) {
  return (req: IncomingMessage, res: ServerResponse): void =>
    void (hasBody(req) ? callback(req, res) : answer(answering, req, res));
}

/** One request under way. */
type Exchange = { req: IncomingMessage; res: ServerResponse; request: Request; at: number; startedAt: number };

function answer(answering: Answering, req: IncomingMessage, res: ServerResponse): void | Promise<void> {
  const at = answering.now();
  const request = takeRequest(req, answering.probeSecret, answering.admits());
  const exchange = { req, res, request, at, startedAt: performance.now() };
  if (!hasBody(req)) return answerSigned(answering, exchange);
  awaitBody(req);
  return dropBody(req).then((whole) => {
    if (!stopAwaiting(req)) return undefined;
    return whole ? answerSigned(answering, exchange) : refuseBody(answering, exchange);
  });
}

/** The key is got when a signature is first asked for, which takes up to a second once; all others are answered meanwhile. */
function answerSigned(answering: Answering, exchange: Exchange): void | Promise<void> {
  const { identity } = answering;
  if (identity.isReady() || !asksForSignature(exchange.request.target)) return answerRequest(answering, exchange);
  return identity.ready().then(() => answerRequest(answering, exchange));
}

function answerRequest(answering: Answering, exchange: Exchange): void {
  const { req, request, at, startedAt } = exchange;
  const { outcome, why, effects } = answering.respond(answering.world(), answering.traffic.traffic, request, at);
  const responseHeaders = carryOut(exchange, outcome);
  const port = req.socket.remotePort ?? 0;
  const { rawHeaders } = req;
  const page = outcome.kind === 'reply' ? outcome.page : null;
  // Written out: a spread of a known part costs more here than all the rest of recording.
  record(answering, { at, startedAt, request, port, rawHeaders, page, responseHeaders, why, effects });
}

/** Sends what was decided, and returns the headers that went out; none where nothing is answered. */
function carryOut({ req, res, at }: Exchange, outcome: Outcome): readonly string[] {
  if (outcome.kind === 'reset') res.socket?.destroy();
  if (outcome.kind !== 'reply') return [];
  const { page, tokenTtl } = outcome;
  const keepAlive = page.isAemm ? mayBeKept(req) : asksToKeepAlive(req);
  return writeAnswer(res, { page, tokenTtl, now: at, keepAlive });
}

/** 413, and the connection is closed once that is out: what is left of the body is not read. */
function refuseBody(answering: Answering, { req, res, request, at, startedAt }: Exchange): void {
  const { bodyTooLarge } = ownPages(instanceFor(answering.world(), request.client));
  const answered = res.writable && !res.destroyed;
  const usual: Why = { rule: answered ? 'body-too-large' : 'timed-out' };
  const { page, why } = unlessClosed(answering, request, { page: answered ? bodyTooLarge : null, why: usual });
  const responseHeaders = page ? writeAnswer(res, { page, tokenTtl: undefined, now: at, keepAlive: false }) : [];
  if (page) res.once('finish', () => req.destroy());
  else req.destroy();
  const port = req.socket.remotePort ?? 0;
  const noted = { at, startedAt, request, port, rawHeaders: req.rawHeaders, why, effects: [] };
  record(answering, { ...noted, page, responseHeaders });
}
