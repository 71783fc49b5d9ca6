// The contract over HTTP, from the command line's side: on a run's socket, or at a URL with a token.
import * as http from 'node:http';
import { contract, type Input, type OperationName, type Output } from '../../app/contract/contract.ts';
import { toHttp, type HttpRequest } from '../../app/contract/over-http.ts';
import { bell, type Bell } from '../../app/contract/server.ts';
import { failed, type Failure, type Result } from '../../app/result.ts';

export type Target = { kind: 'socket'; socket: string } | { kind: 'url'; url: URL; token: string };

export type Client = {
  target: Target;
  call: <N extends OperationName>(name: N, input: Input<N>) => Promise<Result<Output<N>>>;
  /** Tells of each bell until `stop` is called or the run ends; `ended` says that it has. */
  follow: (onBell: (bell: Bell) => void) => { ended: Promise<void>; stop: () => void };
};

export function createClient(target: Target): Client {
  return {
    target,
    call: async (name, input) => readAnswer(name, await send(target, toHttp(name, input))),
    follow: (onBell) => follow(target, onBell),
  };
}

function optionsFor(target: Target, { method, path, body }: HttpRequest): http.RequestOptions {
  const headers: Record<string, string> = { 'X-Metadeck-By': 'cli' };
  if (body !== null)
    Object.assign(headers, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) });
  if (target.kind === 'socket')
    return { socketPath: target.socket, method, path, headers: { ...headers, Host: 'localhost' } };
  const { hostname, port } = target.url;
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  return { host, port: port || '80', method, path, headers: { ...headers, Authorization: `Bearer ${target.token}` } };
}

function send(target: Target, request: HttpRequest): Promise<Result<unknown>> {
  return new Promise((resolve) => {
    const sent = http.request({ ...optionsFor(target, request), agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ ok: true, data: parsed(text) }));
      response.on('error', () => resolve(unreachable(target)));
    });
    sent.on('error', () => resolve(unreachable(target)));
    sent.end(request.body ?? undefined);
  });
}

function unreachable(target: Target): Result<never> {
  const where = target.kind === 'socket' ? target.socket : target.url.origin;
  return failed('INTERNAL', `Metadeck does not answer at ${where}; see whether it still runs.`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const STRANGE = failed('INTERNAL', 'The answer is not one of this version of Metadeck; use the same version for both.');

function readAnswer<N extends OperationName>(name: N, answer: Result<unknown>): Result<Output<N>> {
  if (!answer.ok) return answer;
  const { ok, data, error } = fieldsOf(answer.data);
  if (ok === false) return isFailure(error) ? { ok: false, error } : STRANGE;
  return ok === true && isOutput(name, data) ? { ok: true, data } : STRANGE;
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function isFailure(value: unknown): value is Failure {
  const { code, message } = fieldsOf(value);
  return typeof code === 'string' && typeof message === 'string';
}

function isOutput<N extends OperationName>(name: N, data: unknown): data is Output<N> {
  return contract[name].output.safeParse(data).success;
}

function follow(target: Target, onBell: (bell: Bell) => void): { ended: Promise<void>; stop: () => void } {
  const sent = http.get({ ...optionsFor(target, { method: 'GET', path: '/v1/changes', body: null }), agent: false });
  const ended = new Promise<void>((resolve) => {
    sent.on('error', () => resolve());
    sent.on('response', (response) => {
      readBells(response, onBell);
      response.on('error', () => resolve());
      response.on('close', () => resolve());
    });
  });
  return { ended, stop: () => sent.destroy() };
}

function readBells(response: http.IncomingMessage, onBell: (bell: Bell) => void): void {
  let rest = '';
  response.setEncoding('utf8').on('data', (chunk: string) => {
    const frames = (rest + chunk).split('\n\n');
    rest = frames.pop() ?? '';
    for (const frame of frames) {
      const read = bell.safeParse(parsed(frame.replace(/^data: /, '')));
      if (read.success) onBell(read.data);
    }
  });
}
