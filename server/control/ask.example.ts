// Requests for tests of the control plane, with nothing that a client would add or hide.
import * as http from 'node:http';

export type Answer = { status: number; headers: http.IncomingHttpHeaders; text: string };
export type Request = { method?: string; path?: string; headers?: Record<string, string>; body?: string | Buffer };

/** Sends one request to a TCP port of 127.0.0.1 or to a socket. */
export function ask(where: { port: number } | { socketPath: string }, request: Request): Promise<Answer> {
  const { method = 'GET', path = '/', headers = {}, body } = request;
  const sized =
    body !== undefined && !headers['transfer-encoding'] ? { 'content-length': String(Buffer.byteLength(body)) } : {};
  const to = 'port' in where ? { host: '127.0.0.1', ...where } : where;
  return new Promise((resolve, reject) => {
    const sent = http.request({ ...to, method, path, headers: { ...sized, ...headers }, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
