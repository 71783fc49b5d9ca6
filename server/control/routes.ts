// The contract over HTTP: one route per operation, made from the table, and the two paths that are no operations.
import { Router, type RouterContext } from '@koa/router';
import type Koa from 'koa';
import { contract, isOperationName, type OperationName } from '../../app/contract/contract.ts';
import type { Operation } from '../../app/contract/operation.ts';
import type { FiredBy } from '../../app/events/kinds.ts';
import { fromHttp, pathParts, withParts } from '../../app/contract/over-http.ts';
import { openApi } from '../../app/contract/openapi.ts';
import { failed, type Result } from '../../app/result.ts';
import { MAX_BODY, MAX_WORLD, readBody } from './body.ts';
import type { Carried } from './host.ts';
import { reply, replyFailure } from './reply.ts';
import { createStreams } from './stream.ts';

/** Tells who asks, from the request. */
type WhoAsks = (headers: Record<string, string | string[] | undefined>) => FiredBy;

export type Asking = {
  whoAsks: WhoAsks;
  /** Calls when those who were let in so far may stay no longer. */
  onRevoked: (listener: () => void) => void;
};

/** Adds everything below /v1. It ends every request: an unknown path is a 404, an unknown method a 405. */
export function addApi(app: Koa, host: Carried, { whoAsks, onRevoked }: Asking): void {
  const router = new Router({ strict: true, sensitive: true });
  for (const [name, operation] of Object.entries(contract)) {
    if (isOperationName(name)) addRoute(router, host, whoAsks, name, operation);
  }
  addChanges(router, host, onRevoked);
  addOpenApi(router);
  app.use(router.routes());
  app.use((ctx) => notRouted(ctx, allowedAt(router, ctx)));
}

/** Paths without a part that is input: whatever else would fit them, they are what they are. */
const FIXED: ReadonlySet<string> = new Set(
  Object.values(contract).flatMap(({ path }) => (pathParts(path).length === 0 ? [path] : [])),
);

function allowedAt(router: Router, { path, method }: Koa.Context): string {
  const layers = router.match(path, method).path.filter((layer) => !FIXED.has(path) || layer.path === path);
  return [...new Set(layers.flatMap(({ methods }) => methods))].join(', ');
}

function addRoute(router: Router, host: Carried, whoAsks: WhoAsks, name: OperationName, operation: Operation): void {
  const path = withParts(operation.path, (part) => `:${part}`);
  router.register(path, [operation.method], async (ctx, next) => {
    if (ctx.path !== operation.path && FIXED.has(ctx.path)) {
      await next();
      return;
    }
    const input = await inputOf(ctx, maxBodyOf(name));
    reply(ctx, input.ok ? await host.carry(name, input.data, whoAsks(ctx.headers)) : input);
  });
}

/** A world that was exported is taken back, and compared before, however large. */
function maxBodyOf(name: OperationName): number {
  return name === 'world.put' || name === 'world.compare' ? MAX_WORLD : MAX_BODY;
}

async function inputOf(ctx: RouterContext, maxBody: number): Promise<Result<unknown>> {
  const body = await readBody(ctx.req, maxBody);
  return body.ok ? fromHttp({ method: ctx.method, query: { ...ctx.query }, body: body.data, parts: ctx.params }) : body;
}

function addChanges(router: Router, host: Carried, onRevoked: Asking['onRevoked']): void {
  const streams = createStreams(host);
  onRevoked(streams.endAll);
  router.get('/v1/changes', (ctx) => {
    if (ctx.method === 'HEAD') {
      ctx.type = 'text/event-stream';
      ctx.body = '';
    } else if (streams.open(ctx.res)) ctx.respond = false;
    else replyFailure(ctx, failed('CONFLICT', 'Too many streams are open; close one and try again.').error);
  });
}

function addOpenApi(router: Router): void {
  let text: string | null = null;
  router.get('/v1/openapi.json', (ctx) => {
    text ??= JSON.stringify(openApi(), null, 2);
    ctx.type = 'application/json; charset=utf-8';
    ctx.body = text;
  });
}

function notRouted(ctx: Koa.Context, allowed: string): void {
  if (allowed === '') {
    return replyFailure(ctx, failed('NOT_FOUND', 'There is nothing here; /v1/openapi.json lists what there is.').error);
  }
  ctx.set('Allow', allowed);
  return replyFailure(ctx, failed('METHOD_NOT_ALLOWED', `${ctx.method} is not allowed here; use ${allowed}.`).error);
}
