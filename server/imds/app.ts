// The data plane: a Koa app that answers with the core and records, on a server whose own answers are recorded too.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import Koa from 'koa';
import { asksForSignature } from '../../app/metadata/signatures.ts';
import type { Outcome } from '../../app/answer/answer.ts';
import type { Why } from '../../app/answer/why.ts';
import { route } from '../../app/answer/routing.ts';
import { dialectOf } from '../../app/answer/dialects.ts';
import type { Instance } from '../../app/world/world.ts';
import { type Answering, record, unlessClosed } from './answering.ts';
import { answerByHand, awaitBody, stopAwaiting } from './by-hand.ts';
import { dropBody, type Taken, takeRequest } from './take-request.ts';
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
    return answerWithBody(answering, begin(answering, ctx.req, ctx.res));
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
  return (req: IncomingMessage, res: ServerResponse): void => {
    const exchange = begin(answering, req, res);
    void (exchange.headers.hasBody ? callback(req, res) : answer(answering, exchange));
  };
}

/** One request under way. */
type Exchange = Taken & {
  instance: Instance;
  req: IncomingMessage;
  res: ServerResponse;
  at: number;
  startedAt: number;
};

function begin(answering: Answering, req: IncomingMessage, res: ServerResponse): Exchange {
  const at = answering.now();
  const startedAt = performance.now();
  const { request, port, localPort, headers } = takeRequest(req, answering.probeSecret, answering.admits());
  const instance = route(answering.world(), request, localPort);
  return { req, res, at, startedAt, instance, request, port, localPort, headers };
}

async function answerWithBody(answering: Answering, exchange: Exchange): Promise<void> {
  const { req } = exchange;
  awaitBody(req);
  const whole = await dropBody(req);
  if (!stopAwaiting(req)) return undefined;
  return whole ? answer(answering, exchange) : refuseBody(answering, exchange);
}

/** The key is got when a signature is first asked for, which takes up to a second once; all others are answered meanwhile. */
function answer(answering: Answering, exchange: Exchange): void | Promise<void> {
  const { identity } = answering;
  if (identity.isReady() || !asksForSignature(exchange.request.target)) return answerRequest(answering, exchange);
  return identity.ready().then(() => answerRequest(answering, exchange));
}

function answerRequest(answering: Answering, exchange: Exchange): void {
  const { instance, request, port, headers, at, startedAt } = exchange;
  const { outcome, why, effects, whenSent } = answering.respond(instance, answering.traffic.traffic, request, at);
  const responseHeaders = carryOut(exchange, outcome);
  const page = outcome.kind === 'reply' ? outcome.page : null;
  // Written out: a spread of a known part costs more here than all the rest of recording.
  record(answering, {
    at,
    startedAt,
    instance,
    request,
    port,
    headers: headers.kept,
    page,
    responseHeaders,
    why,
    effects,
    whenSent,
  });
}

/** Sends what was decided, and returns the headers that went out; none where nothing is answered. */
function carryOut({ req, res, headers, at }: Exchange, outcome: Outcome): readonly string[] {
  if (outcome.kind !== 'reply') return [];
  const { page, tokenTtl } = outcome;
  const { asksToClose: toClose, asksToKeepAlive: toKeepAlive } = headers;
  const keepAlive = page.wire.keepsAlive({ toClose, toKeepAlive, httpVersion: req.httpVersion });
  return writeAnswer(res, { page, tokenTtl, now: at, keepAlive });
}

/** 413, and the connection is closed once that is out: what is left of the body is not read. */
function refuseBody(answering: Answering, exchange: Exchange): void {
  const { req, res, instance, request, port, headers, at, startedAt } = exchange;
  const { bodyTooLarge } = dialectOf(instance).own;
  const answered = res.writable && !res.destroyed;
  const usual: Why = { rule: answered ? 'body-too-large' : 'timed-out' };
  const { page, why } = unlessClosed(instance, request, { page: answered ? bodyTooLarge : null, why: usual });
  const responseHeaders = page ? writeAnswer(res, { page, tokenTtl: undefined, now: at, keepAlive: false }) : [];
  if (page) res.once('finish', () => req.destroy());
  else req.destroy();
  const noted = { at, startedAt, instance, request, port, headers: headers.kept, why, effects: [], whenSent: [] };
  record(answering, { ...noted, page, responseHeaders });
}
