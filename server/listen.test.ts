// Listening: the host rule, a taken port in words, and an end at once.
import { once } from 'node:events';
import * as http from 'node:http';
import * as net from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { openListeners, openOne, type Opened, type Where } from './listen.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

function make(): http.Server {
  return http.createServer((_request, response) => response.end('here'));
}

async function open(where: Where, notFree: number[] = []): Promise<Opened> {
  const opened = await openListeners(make, where, notFree);
  if (opened.ok) closers.push(opened.close);
  return opened;
}

async function listenersOf(where: Where) {
  const opened = await open(where);
  if (!opened.ok) throw new Error(opened.problem.message);
  return opened.listeners;
}

async function problemOf(where: Where, notFree?: number[]) {
  const opened = await open(where, notFree);
  if (opened.ok) throw new Error('It listens, though it should not.');
  return opened.problem;
}

async function hasIpv6(): Promise<boolean> {
  const opened = await openOne(net.createServer(), { host: '::1', port: 0 });
  if (opened.ok) await opened.close();
  return opened.ok;
}

describe('the host rule', () => {
  test('without a host, 127.0.0.1 and, where there is one, ::1, on one port', async () => {
    const listeners = await listenersOf({ host: null, port: 0 });
    expect(listeners.map(({ address }) => address)).toEqual((await hasIpv6()) ? ['127.0.0.1', '::1'] : ['127.0.0.1']);
    expect(new Set(listeners.map(({ port }) => port)).size).toBe(1);
  });

  test.each(['0.0.0.0', '::'])('%s means everything, on both families', async (host) => {
    const listeners = await listenersOf({ host, port: 0 });
    expect(listeners.map(({ address }) => address)).toEqual((await hasIpv6()) ? ['0.0.0.0', '::'] : ['0.0.0.0']);
  });

  test('any other address is that address alone', async () => {
    expect(await listenersOf({ host: '127.0.0.2', port: 0 })).toMatchObject([{ address: '127.0.0.2' }]);
  });

  test('it answers on each', async () => {
    for (const { address, port } of await listenersOf({ host: null, port: 0 })) {
      const [response] = (await once(http.get({ host: address, port }), 'response')) as [http.IncomingMessage];
      response.resume();
      expect(response.statusCode).toBe(200);
    }
  });
});

describe('what can go wrong', () => {
  test('a taken port is said with its holder and the next free port', async () => {
    const [taken] = await listenersOf({ host: '127.0.0.1', port: 0 });
    const port = taken?.port ?? 0;
    const problem = await problemOf({ host: null, port }, [port + 1]);
    expect(problem).toMatchObject({ code: 'PORT_IN_USE', port });
    expect(problem.freePort).toBeGreaterThan(port + 1);
    if (process.platform !== 'linux') return;
    expect(problem.holder?.pid).toBe(process.pid);
    expect(problem.message).toMatch(
      new RegExp(
        `^Port ${port} is used by \\S+ \\(pid ${process.pid}\\); the next free port is ${problem.freePort}\\.$`,
      ),
    );
  });

  test('a port that is taken on ::1 only leaves nothing open on 127.0.0.1', async (context) => {
    if (!(await hasIpv6())) return context.skip('There is no ::1 here.');
    const [taken] = await listenersOf({ host: '::1', port: 0 });
    const port = taken?.port ?? 0;
    expect(await problemOf({ host: null, port })).toMatchObject({ code: 'PORT_IN_USE' });
    expect(await listenersOf({ host: '127.0.0.1', port })).toHaveLength(1);
  });

  test('an address of another machine', async () => {
    const problem = await problemOf({ host: '192.0.2.1', port: 0 });
    expect(problem).toMatchObject({ code: 'ADDRESS_UNAVAILABLE', holder: null, freePort: null });
    expect(problem.message).toContain('192.0.2.1 is no address of this machine');
  });
});

test('closing ends at once, with a connection that is idle and a request that is half sent', async () => {
  const opened = await open({ host: '127.0.0.1', port: 0 });
  if (!opened.ok) throw new Error(opened.problem.message);
  const port = opened.listeners[0]?.port ?? 0;
  const sockets = [net.connect(port, '127.0.0.1'), net.connect(port, '127.0.0.1')];
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  for (const socket of sockets) socket.on('error', () => undefined);
  sockets[0]?.write('GET / HTTP/1.1\r\nHost: a');
  const ended = Promise.all(sockets.map((socket) => new Promise((resolve) => void socket.once('close', resolve))));
  await opened.close();
  expect(await ended).toHaveLength(2);
});
