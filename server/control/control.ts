// The control plane's listeners: a Unix socket or named pipe that is always on, and TCP on 127.0.0.1 when asked for.
import { chmod } from 'node:fs/promises';
import * as http from 'node:http';
import * as path from 'node:path';
import type Koa from 'koa';
import { done, failed, type Result } from '../../app/result.ts';
import { makePrivate, removeDead, removeIfDead } from '../discovery.ts';
import { openListeners, openOne, type Listener } from '../listen.ts';
import { createApp, OVER_SOCKET, overTcp, type Carrier } from './app.ts';
import { createGuard } from './guard.ts';
import type { ControlHost } from './host.ts';
import { createControlToken } from './token.ts';

export type Control = {
  /** Opens the socket, for this user alone; answers its path. */
  listenSocket: (file: string) => Promise<Result<string>>;
  /** Opens 127.0.0.1. A default port that is taken makes way for a free one; one that was asked for does not. */
  listenHttp: (where: { port: number; asked: boolean }) => Promise<Result<Listener>>;
  closeHttp: () => Promise<void>;
  /** Another token for TCP; whoever came with the one before is sent away. */
  rotateToken: () => string;
  close: () => Promise<void>;
};

const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;

type Close = () => Promise<void>;

export function createControl(host: ControlHost, options: { token: string; panelDir: string | null }): Control {
  let closeSocket: Close | null = null;
  let closeTcp: Close | null = null;
  const token = createControlToken(options.token);
  const appFor = (carrier: Carrier) => createApp(carrier, options.panelDir, host);

  async function listenSocket(file: string): Promise<Result<string>> {
    const opened = await openSocket(appFor(OVER_SOCKET), file);
    if (!opened.ok) return opened;
    closeSocket = opened.data;
    return done(file);
  }

  async function listenHttp(where: { port: number; asked: boolean }): Promise<Result<Listener>> {
    await closeHttp();
    const opened = await openTcp(appFor(overTcp(createGuard(token), token)), where);
    if (!opened.ok) return opened;
    closeTcp = opened.data.close;
    return done(opened.data.listener);
  }

  async function closeHttp(): Promise<void> {
    const closing = closeTcp;
    closeTcp = null;
    await closing?.();
  }

  async function close(): Promise<void> {
    const socket = closeSocket;
    closeSocket = null;
    await Promise.all([closeHttp(), socket?.()]);
  }

  return { listenSocket, listenHttp, closeHttp, rotateToken: token.rotate, close };
}

/** A server that gives up on requests that never finish. */
export function limitedServer(listener: http.RequestListener): http.Server {
  const server = http.createServer(listener);
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  return server;
}

async function openTcp(
  app: Koa,
  where: { port: number; asked: boolean },
): Promise<Result<{ listener: Listener; close: Close }>> {
  const make = () => limitedServer(requestListener(app));
  const first = where.asked ? null : await openOne(make(), { host: '127.0.0.1', port: where.port });
  if (first?.ok) return done(first);
  const opened = await openListeners(make, { host: '127.0.0.1', port: where.asked ? where.port : 0 }, []);
  const [listener] = opened.ok ? opened.listeners : [];
  if (opened.ok && listener) return done({ listener, close: opened.close });
  return opened.ok ? failed('INTERNAL', 'Nothing listens.') : failed(opened.problem.code, opened.problem.message);
}

async function openSocket(app: Koa, file: string): Promise<Result<Close>> {
  const isPipe = file.startsWith('\\\\');
  const reason = isPipe ? null : makePrivate(path.dirname(file));
  if (reason !== null) return failed('INTERNAL', reason);
  if (!isPipe) await removeIfDead(file);
  const opened = await openOne(limitedServer(requestListener(app)), { path: file });
  if (!opened.ok)
    return failed(
      'INTERNAL',
      `The control socket ${file} could not be opened (${opened.code}); set METADECK_RUN_DIR to another directory.`,
    );
  if (!isPipe) {
    await chmod(file, 0o600);
    void removeDead();
  }
  return done(opened.close);
}

function requestListener(app: Koa): http.RequestListener {
  const handle = app.callback();
  return (request, response) => void handle(request, response);
}
