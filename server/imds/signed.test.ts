// Signatures on the wire: who asks for one waits for the key, and nobody else does (imds.md 1.4).
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDataPlane } from './app.ts';
import { exampleAnswering } from './answering.example.ts';
import { connect, partsOf, rawAsk } from './raw-ask.example.ts';

const GET = (path: string) => [`GET /latest/${path} HTTP/1.1`, 'Host: 127.0.0.1'];
const SIGNATURE = GET('dynamic/instance-identity/signature');

let release: () => void = () => undefined;
let server: ReturnType<typeof createDataPlane>;
let port = 0;

beforeEach(async () => {
  const answering = exampleAnswering();
  const held = new Promise<void>((resolve) => (release = resolve));
  const { identity } = answering;
  const slow = { isReady: identity.isReady, ready: () => held.then(identity.ready) };
  server = createDataPlane({ ...answering, identity: slow }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterEach(() => {
  release();
  server.closeAllConnections();
  server.close();
});

test('others are answered while the key is on its way, the document too', async () => {
  const waiting = await connect(port);
  waiting.socket.write(`${SIGNATURE.join('\r\n')}\r\n\r\n`);
  expect(partsOf(await rawAsk(port, GET('meta-data/instance-id'))).body).toBe('i-0f3a27b9d04ec91e5');
  expect(partsOf(await rawAsk(port, GET('dynamic/instance-identity/document'))).status).toBe('HTTP/1.1 200 OK');
  release();
  const { status, headers, body } = partsOf(await waiting.end);
  expect(status).toBe('HTTP/1.1 200 OK');
  expect(headers).toContain(`Content-Length: ${body.length}`);
  expect(headers).toContain('Content-Type: text/plain');
  expect(
    body
      .split('\n')
      .slice(0, -1)
      .map((line) => line.length),
  ).toEqual([76, 76]);
});

test('a client that leaves while it waits does no harm', async () => {
  const { socket } = await connect(port);
  socket.write(`${SIGNATURE.join('\r\n')}\r\n\r\n`);
  expect(partsOf(await rawAsk(port, GET('meta-data/mac'))).status).toBe('HTTP/1.1 200 OK');
  socket.destroy();
  release();
  expect(partsOf(await rawAsk(port, SIGNATURE)).status).toBe('HTTP/1.1 200 OK');
});

test('a body makes no difference', async () => {
  const asked = rawAsk(port, [...SIGNATURE, 'Content-Length: 0']);
  release();
  expect(partsOf(await asked).status).toBe('HTTP/1.1 200 OK');
});
