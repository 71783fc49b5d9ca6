// What `serve` says of a port that is taken, as a process.
import { once } from 'node:events';
import * as net from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { endAll, run, type Served, serve, SLOW } from './process.example.ts';

let served: Served;
beforeAll(async () => {
  ({ served } = await serve());
}, SLOW);
afterAll(endAll);

/** Where the system tells who has a port. */
const heldByUs = (): string =>
  process.platform === 'linux'
    ? `used by Metadeck \\(pid ${served.pid}\\)`
    : '(used by Metadeck \\(pid \\d+\\)|in use)';

test('says who has the port, in one line', { timeout: SLOW }, async () => {
  const taken = net.createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as net.AddressInfo;
  const ended = await run('serve', '--port', String(port), '--control-port', '0');
  taken.close();
  expect(ended).toMatchObject({ code: 1, out: '' });
  expect(ended.err).toMatch(
    new RegExp(
      `^metadeck: Port ${port} is (used by \\S+ \\(pid ${process.pid}\\)|in use); the next free port is (\\d+): metadeck serve --control-port 0 --port \\2\n$`,
    ),
  );
});

test('a control port that is taken is said too, when it was asked for', { timeout: SLOW }, async () => {
  const ended = await run('serve', '--port', '0', '--control-port', new URL(served.control).port);
  expect(ended).toMatchObject({ code: 1, out: '' });
  expect(ended.err).toMatch(
    new RegExp(
      `^metadeck: Port \\d+ is ${heldByUs()}; this takes a free one: metadeck serve --port 0 --control-port 0\n$`,
    ),
  );
});

test('a port that another run has is said to be one of Metadeck', { timeout: SLOW }, async () => {
  const { port } = new URL(served.endpoint);
  const ended = await run('serve', '--port', port, '--control-port', '0');
  expect(ended.err).toMatch(
    new RegExp(`^metadeck: Port ${port} is ${heldByUs()}; the next free port is \\d+: metadeck serve `),
  );
});
