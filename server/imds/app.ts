// The data plane: a Koa app that answers with the core and records, on a server whose own answers are recorded too.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import Koa from 'koa';
import type { Request } from '../../app/request.ts';
import { TOO_LARGE } from '../../app/wire/ec2.ts';
import type { Page } from '../../app/wire/page.ts';
import type { Why } from '../../app/why.ts';
import { type Answering, record } from './answering.ts';
import { answerByHand } from './by-hand.ts';
import { asksToKeepAlive, dropBody, hasBody, takeRequest } from './take-request.ts';
import { writeAnswer } from './write-answer.ts';

export type Limits = {
  /** Milliseconds for the headers of a request to arrive, and for the whole of it. */
  headersTimeoutMs: number;
  requestTimeoutMs: number;
  /** How often these are looked at. */
  checkEveryMs: number;
};

export const DEFAULT_LIMITS: Limits = { headersTimeoutMs: 15_000, requestTimeoutMs: 30_000, checkEveryMs: 5000 };
const MAX_HEADER_BYTES = 16 * 1024;
const IDLE_MS = 60_000;

/** A server that has not begun to listen. */
export function createDataPlane(answering: Answering, limits: Limits = DEFAULT_LIMITS): Server {
  const app = new Koa();
  app.silent = true;
  app.use((ctx) => {
    ctx.respond = false;
    return answer(answering, ctx.req, ctx.res);
  });
  const server = createServer(
    { maxHeaderSize: MAX_HEADER_BYTES, requireHostHeader: false, connectionsCheckingInterval: limits.checkEveryMs },
    app.callback(),
  );
  server.headersTimeout = limits.headersTimeoutMs;
  server.requestTimeout = limits.requestTimeoutMs;
  server.keepAliveTimeout = IDLE_MS;
  answerByHand(server, answering);
  return server;
}

function answer(answering: Answering, req: IncomingMessage, res: ServerResponse): void | Promise<void> {
  const at = answering.now();
  const startedAt = performance.now();
  const request = takeRequest(req, answering.probeSecret, answering.admits());
  if (!hasBody(req)) return answerRequest(answering, req, res, request, at, startedAt);
  return dropBody(req).then((whole) => {
    if (whole) return answerRequest(answering, req, res, request, at, startedAt);
    return refuseBody(answering, req, res, request, at, startedAt);
  });
}

function answerRequest(
  answering: Answering,
  req: IncomingMessage,
  res: ServerResponse,
  request: Request,
  at: number,
  startedAt: number,
): void {
  const { outcome, why, effects } = answering.respond(answering.world(), answering.traffic.traffic, request, at);
  const port = req.socket.remotePort ?? 0;
  const noted = { at, startedAt, request, port, rawHeaders: req.rawHeaders, why, effects };
  if (outcome.kind !== 'reply') {
    if (outcome.kind === 'reset') res.socket?.destroy();
    return record(answering, { ...noted, page: null, responseHeaders: [] });
  }
  const keepAlive = asksToKeepAlive(req);
  const responseHeaders = writeAnswer(res, { page: outcome.page, tokenTtl: outcome.tokenTtl, now: at, keepAlive });
  record(answering, { ...noted, page: outcome.page, responseHeaders });
}

/** 413, and the connection is closed once that is out: what is left of the body is not read. */
function refuseBody(
  answering: Answering,
  req: IncomingMessage,
  res: ServerResponse,
  request: Request,
  at: number,
  startedAt: number,
): void {
  const page: Page = TOO_LARGE;
  const why: Why = { rule: 'body-too-large' };
  const responseHeaders =
    res.writable && !res.destroyed ? writeAnswer(res, { page, tokenTtl: undefined, now: at, keepAlive: false }) : [];
  res.once('finish', () => req.destroy());
  record(answering, {
    at,
    startedAt,
    request,
    port: req.socket.remotePort ?? 0,
    rawHeaders: req.rawHeaders,
    why,
    effects: [],
    page,
    responseHeaders,
  });
}
