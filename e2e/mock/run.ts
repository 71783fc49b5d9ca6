// Starts the bundled command for the tests, and waits for what it does: conditions, never a length of time.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';

export type Answer = { status: number; body: string; type: string };

export type Ended = { code: number | null; out: string; err: string };

export type Run = {
  port: number;
  child: ChildProcess;
  out: () => string;
  err: () => string;
  ended: Promise<Ended>;
};

const PATIENCE_MS = 30_000;

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

export function start(mock: string, words: string[], env: Record<string, string | undefined>, port = 0): Run {
  const child = spawn(mock, words, { env: { ...env, PATH: process.env.PATH }, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => resolve({ code, out, err }));
  });
  return { port, child, out: () => out, err: () => err, ended };
}

export function ask(
  port: number,
  path: string,
  options: { method?: string; headers?: Record<string, string>; host?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { host = '127.0.0.1', ...rest } = options;
    const sent = request({ host, port, path, agent: false, ...rest }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body, type: response.headers['content-type'] ?? '' }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

/** Asks until there is an answer that will do. */
export async function until<T>(work: () => Promise<T> | T, willDo: (value: T) => boolean): Promise<T> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const value = await Promise.resolve()
      .then(work)
      .catch(() => undefined);
    if (value !== undefined && willDo(value)) return value;
    if (performance.now() > end) throw new Error(`It never came about; at the end there was ${JSON.stringify(value)}.`);
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
}

/** Waits for the first answer of any kind. */
export async function listening({ port }: Run): Promise<void> {
  await until(
    () => ask(port, '/latest/meta-data'),
    ({ body }) => body !== '',
  );
}

/** Ends it and waits until it is gone. */
export async function stop(run: Run, signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended> {
  run.child.kill(signal);
  return run.ended;
}
