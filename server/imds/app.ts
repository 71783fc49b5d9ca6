// The data plane: a server that answers with the core and records, its own answers too.
import { createServer, type Server } from 'node:http';
import { asksForSignature } from '../../app/metadata/signatures.ts';
import type { Why } from '../../app/answer/why.ts';
import { dialectOf } from '../../app/answer/dialects.ts';
import { type Answering, unlessClosed } from './answering.ts';
import { answerByHand, awaitBody, refuseTwoHosts, stopAwaiting } from './by-hand.ts';
import { carryOut, type Holding } from './carry-out.ts';
import { begin, type Exchange } from './exchange.ts';
import { record } from './recording.ts';
import { hasTwoHosts } from '../two-hosts.ts';
import { dropBody } from './take-request.ts';
import { tryWhole } from './try-whole.ts';
import { createWaits } from './waits.ts';
import { behindWall } from './wall.ts';
import { writeAnswer } from './write-answer.ts';

export type Limits = {
  /** Milliseconds for the headers of a request to arrive, and for the whole of it. */
  headersTimeoutMs: number;
  requestTimeoutMs: number;
  /** Milliseconds that a connection may do nothing, between requests or where one is not answered. */
  idleMs: number;
  /** How often these are looked at. */
  checkEveryMs: number;
  /** How many answers may be held back at once, at each address; beyond that their connections are closed. */
  heldBack: number;
};

const DEFAULT_LIMITS: Limits = {
  headersTimeoutMs: 15_000,
  requestTimeoutMs: 30_000,
  idleMs: 60_000,
  checkEveryMs: 5000,
  heldBack: 10_000,
};
const MAX_HEADER_BYTES = 16 * 1024;

/** A server that has not begun to listen. */
export function createDataPlane(answering: Answering, given: Partial<Limits> = {}): Server {
  const limits = { ...DEFAULT_LIMITS, ...given };
  const holding = { waits: createWaits(limits.heldBack), idleMs: limits.idleMs };
  const server = createServer(
    { maxHeaderSize: MAX_HEADER_BYTES, requireHostHeader: false, connectionsCheckingInterval: limits.checkEveryMs },
    (req, res) => behindWall(answering, { req, res }, () => take(answering, holding, begin(answering, req, res))),
  );
  server.headersTimeout = limits.headersTimeoutMs;
  server.requestTimeout = limits.requestTimeoutMs;
  server.keepAliveTimeout = limits.idleMs;
  server.timeout = limits.idleMs;
  answerByHand(server, answering);
  // The first answer does not wait for that.
  server.once('request', () => setImmediate(() => tryWhole(answering)));
  return server;
}

/** Nearly all requests are without a body, and answered before this returns. */
function take(answering: Answering, holding: Holding, exchange: Exchange): void | Promise<void> {
  return exchange.headers.isPlain ? answer(answering, holding, exchange) : answerOther(answering, holding, exchange);
}

function answerOther(answering: Answering, holding: Holding, exchange: Exchange): void | Promise<void> {
  if (hasTwoHosts(exchange.req.rawHeaders)) return refuseTwoHosts(answering, exchange);
  return answerWithBody(answering, holding, exchange);
}

async function answerWithBody(answering: Answering, holding: Holding, exchange: Exchange): Promise<void> {
  const { req } = exchange;
  awaitBody(req);
  const whole = await dropBody(req);
  if (!stopAwaiting(req)) return undefined;
  return whole ? answer(answering, holding, exchange) : refuseBody(answering, exchange);
}

/** The key is got when a signature is first asked for, which takes up to a second once; all others are answered meanwhile. */
function answer(answering: Answering, holding: Holding, exchange: Exchange): void | Promise<void> {
  const { identity } = answering;
  if (identity.isReady() || !asksForSignature(exchange.request.target)) return decide(answering, holding, exchange);
  return identity.ready().then(() => decide(answering, holding, exchange));
}

function decide(answering: Answering, holding: Holding, exchange: Exchange): void {
  const { instance, request, at } = exchange;
  carryOut(answering, holding, exchange, answering.respond(instance, answering.traffic.traffic, request, at));
}

/** 413, and the connection is closed once that is out: what is left of the body is not read. */
function refuseBody(answering: Answering, exchange: Exchange): void {
  const { req, res, instance, request, at } = exchange;
  const { bodyTooLarge } = dialectOf(instance).own;
  const answered = res.writable && !res.destroyed;
  const usual: Why = { rule: answered ? 'body-too-large' : 'timed-out' };
  const { page, why } = unlessClosed(instance, request, { page: answered ? bodyTooLarge : null, why: usual });
  const responseHeaders = page ? writeAnswer(res, { page, tokenTtl: undefined, now: at, keepAlive: false }) : [];
  if (page) res.once('finish', () => req.destroy());
  else req.destroy();
  record(answering, exchange, { page, responseHeaders, why });
}
