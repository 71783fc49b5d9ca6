// The control plane's Koa app: the guard first, then the panel's files, then the token, then the contract below /v1.
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import Koa, { type Middleware } from 'koa';
import type { FiredBy } from '../../app/events/kinds.ts';
import { failed } from '../../app/result.ts';
import { refuseOrigin, type Guard, type Refusal } from './guard.ts';
import type { Carried } from './host.ts';
import { panelFiles } from './panel-files.ts';
import { replyFailure, setCommonHeaders } from './reply.ts';
import { addApi, type Asking } from './routes.ts';
import type { ControlToken } from './token.ts';

/** How requests come in: each way has its own rules, and says in its own way who asks. */
export type Entrance = Asking & {
  guard: (request: IncomingMessage) => Refusal;
  apiGuard: (request: IncomingMessage) => Refusal;
};

export function overTcp(guard: Guard, token: ControlToken): Entrance {
  return {
    onRevoked: token.onRotated,
    guard: guard.stranger,
    apiGuard: guard.withoutToken,
    whoAsks: (headers) => fromPage(headers) ?? (headers['x-metadeck-by'] === 'cli' ? 'cli' : 'http'),
  };
}

export const OVER_SOCKET: Entrance = {
  guard: refuseOrigin,
  apiGuard: () => null,
  onRevoked: () => undefined,
  whoAsks: (headers) => fromPage(headers) ?? 'cli',
};

function fromPage(headers: IncomingHttpHeaders): FiredBy | null {
  return headers['sec-fetch-site'] === 'same-origin' ? 'panel' : null;
}

export function createApp(entrance: Entrance, panelDir: string | null, host: Carried): Koa {
  const app = appThatTells(host.failed);
  app.use(refuseBy(entrance.guard));
  app.use(filesOutsideApi(panelFiles(panelDir)));
  app.use(refuseBy(entrance.apiGuard));
  addApi(app, host, entrance);
  return app;
}

/** The panel's files alone, for a run that has none of its own. */
export function createFilesApp(panelDir: string, tell: Tell): Koa {
  const app = appThatTells(tell);
  app.use(panelFiles(panelDir));
  return app;
}

/** Hears of each throw that should not have been. */
type Tell = (error: unknown) => void;

/** Begun with what every answer has; a throw is answered and told. */
function appThatTells(tell: Tell): Koa {
  const app = new Koa();
  app.on('error', (error: unknown) => {
    if (!isBrokenOff(error)) tell(error);
  });
  app.use(async (ctx, next) => {
    setCommonHeaders(ctx.res);
    try {
      await next();
    } catch (error) {
      tell(error);
      replyFailure(ctx, failed('INTERNAL', 'Metadeck made a mistake; please report what you did.').error);
    }
  });
  return app;
}

/** Node's names for it; its parser of HTTP has many, which all begin alike. */
const BROKEN_OFF = /^(ECONNRESET|EPIPE|ERR_STREAM_PREMATURE_CLOSE|HPE_\w+)$/;

/** A client that goes away in the midst of a request or an answer is no mistake of ours. */
function isBrokenOff(error: unknown): boolean {
  return error instanceof Error && 'code' in error && BROKEN_OFF.test(String(error.code));
}

function refuseBy(guard: (request: IncomingMessage) => Refusal): Middleware {
  return async (ctx, next) => {
    const refusal = guard(ctx.req);
    if (refusal === null) await next();
    else replyFailure(ctx, refusal);
  };
}

function filesOutsideApi(files: Middleware): Middleware {
  return async (ctx, next) => {
    if (isApi(ctx.path)) await next();
    else await files(ctx, next);
  };
}

export function isApi(path: string): boolean {
  return path === '/v1' || path.startsWith('/v1/');
}
