// A loopback port that passes on to a run's socket, with the same guard and a token of its own (`metadeck panel`).
import * as http from 'node:http';
import { done, ERROR_STATUS, failed, type Failure, type Result } from '../../app/result.ts';
import { openOne, type Listener } from '../listen.ts';
import { createFilesApp, isApi } from './app.ts';
import { limitedServer } from './control.ts';
import { createGuard } from './guard.ts';
import { setCommonHeaders } from './reply.ts';
import { createControlToken } from './token.ts';

/** What the run has to know of a request; the token, the Host and the Origin end here. */
const PASSED_ON = [
  'accept',
  'content-encoding',
  'content-length',
  'content-type',
  'sec-fetch-site',
  'transfer-encoding',
];

/**
 * Opens 127.0.0.1 (port 0 picks a free one) for whoever has `token`. With `panelDir` the panel's files come from there:
 * ec2-metadata-mock is one file and has none. Without it they are the run's. `failed` hears of a throw that should not have been.
 */
export async function openPassOn(
  socket: string,
  options: { token: string; port: number; panelDir?: string | null; failed: (error: unknown) => void },
): Promise<Result<{ listener: Listener; close: () => Promise<void> }>> {
  const guard = createGuard(createControlToken(options.token), () => false);
  const files = options.panelDir ? createFilesApp(options.panelDir, options.failed).callback() : null;
  const server = limitedServer((request, response) => {
    const target = targetOf(request);
    const refusal = guard.stranger(request) ?? (isApi(target.pathname) ? guard.withoutToken(request) : null);
    if (refusal !== null) refuse(response, refusal);
    else if (files !== null && !isApi(target.pathname)) void files(request, response);
    else passOn(socket, target, request, response);
  });
  const opened = await openOne(server, { host: '127.0.0.1', port: options.port });
  return opened.ok
    ? done(opened)
    : failed('PORT_IN_USE', `127.0.0.1 port ${options.port} could not be opened (${opened.code}).`);
}

function passOn(socket: string, target: URL, request: http.IncomingMessage, response: http.ServerResponse): void {
  const onward = http.request({
    socketPath: socket,
    agent: false,
    method: request.method,
    path: target.pathname + target.search,
    headers: { host: 'localhost', ...headersOf(request) },
  });
  onward.on('response', (answer) => {
    const { connection: _connection, 'keep-alive': _keepAlive, ...headers } = answer.headers;
    response.writeHead(answer.statusCode ?? 500, headers);
    answer.on('error', () => response.destroy());
    answer.pipe(response);
  });
  onward.on('error', () => (response.headersSent ? response.destroy() : refuse(response, GONE)));
  response.on('close', () => onward.destroy());
  request.pipe(onward);
}

const GONE = failed('INTERNAL', 'This run of Metadeck has ended; start it again, then run metadeck panel.').error;

/** Normalized, so that what is checked here is what the run sees. */
function targetOf(request: http.IncomingMessage): URL {
  const target = request.url ?? '/';
  return new URL(target.startsWith('/') ? `http://localhost${target}` : 'http://localhost/nothing');
}

function headersOf(request: http.IncomingMessage): http.OutgoingHttpHeaders {
  return Object.fromEntries(
    PASSED_ON.flatMap((name) => (request.headers[name] === undefined ? [] : [[name, request.headers[name]]])),
  );
}

function refuse(response: http.ServerResponse, error: Failure): void {
  setCommonHeaders(response);
  response.writeHead(ERROR_STATUS[error.code], { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify({ ok: false, error }));
}
