// The control plane's listeners: a Unix socket or named pipe that is always on, and TCP on 127.0.0.1 when asked for.
import { chmodSync } from 'node:fs';
import * as http from 'node:http';
import * as path from 'node:path';
import type { AllowsName } from '../../app/allowed-hosts.ts';
import { done, failed, type Result } from '../../app/result.ts';
import { removeDead, removeIfDead } from '../discovery.ts';
import { makePrivate } from '../run-folder.ts';
import { openListeners, openOne, type Listener } from '../listen.ts';
import type { Carried } from './host.ts';
import { type ControlToken, createControlToken } from './token.ts';
import { whenAsked } from './when-asked.ts';

export type Control = {
  /** Opens the socket, for this user alone; answers its path. */
  listenSocket: (file: string) => Promise<Result<string>>;
  /** Opens 127.0.0.1. A default port that is taken makes way for a free one; one that was asked for does not. */
  listenHttp: (where: { port: number; asked: boolean }) => Promise<Result<Listener>>;
  closeHttp: () => Promise<void>;
  /** What lets in over TCP. */
  token: ControlToken;
  close: () => Promise<void>;
};

const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;

type Close = () => Promise<void>;

type Options = {
  token: string;
  panelDir: string | null;
  /** Host names that somebody allowed, besides this machine's own. */
  allows?: AllowsName;
};

export function createControl(host: Carried, options: Options): Control {
  let closeSocket: Close | null = null;
  let closeTcp: Close | null = null;
  const token = createControlToken(options.token);
  // Koa and the contract are large, and few clients of the data plane ever need them: they are loaded when somebody asks.
  const overSocket = whenAsked(async () => {
    const { createApp, OVER_SOCKET } = await import('./app.ts');
    // A good moment to sweep up after runs that could not: commands look through all sockets.
    void removeDead();
    return createApp(OVER_SOCKET, options.panelDir, host);
  }, host.failed);
  const overTcp = whenAsked(async () => {
    const [app, { createGuard }] = await Promise.all([import('./app.ts'), import('./guard.ts')]);
    return app.createApp(
      app.overTcp(createGuard(token, options.allows ?? (() => false)), token),
      options.panelDir,
      host,
    );
  }, host.failed);

  async function listenSocket(file: string): Promise<Result<string>> {
    const opened = await openSocket(overSocket, file);
    if (!opened.ok) return opened;
    closeSocket = opened.data;
    return done(file);
  }

  async function listenHttp(where: { port: number; asked: boolean }): Promise<Result<Listener>> {
    await closeHttp();
    const opened = await openTcp(overTcp, where);
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

  return { listenSocket, listenHttp, closeHttp, token, close };
}

/** A server that gives up on requests that never finish. */
export function limitedServer(listener: http.RequestListener): http.Server {
  const server = http.createServer(listener);
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  return server;
}

async function openTcp(
  listener: http.RequestListener,
  where: { port: number; asked: boolean },
): Promise<Result<{ listener: Listener; close: Close }>> {
  const make = () => limitedServer(listener);
  const usual = where.asked ? null : await openOne(make(), { host: '127.0.0.1', port: where.port });
  if (usual?.ok) return done(usual);
  const opened = await openListeners(make, { host: '127.0.0.1', port: where.asked ? where.port : 0 }, []);
  const [first] = opened.ok ? opened.listeners : [];
  if (opened.ok && first) return done({ listener: first, close: opened.close });
  return opened.ok ? failed('INTERNAL', 'Nothing listens.') : failed(opened.problem.code, opened.problem.message);
}

async function openSocket(listener: http.RequestListener, file: string): Promise<Result<Close>> {
  const isPipe = file.startsWith('\\\\');
  const reason = isPipe ? null : makePrivate(path.dirname(file));
  if (reason !== null) return failed('INTERNAL', reason);
  if (!isPipe) await removeIfDead(file);
  const opened = await openOne(limitedServer(listener), { path: file });
  if (!opened.ok)
    return failed(
      'INTERNAL',
      `The control socket ${file} could not be opened (${opened.code}); set METADECK_RUN_DIR to another directory.`,
    );
  if (!isPipe) chmodSync(file, 0o600);
  return done(opened.close);
}
