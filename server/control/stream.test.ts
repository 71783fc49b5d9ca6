// The event stream: the bell now, then each change, the latest only for a slow reader, and a bound on how many.
import { EventEmitter, once } from 'node:events';
import * as http from 'node:http';
import type { Writable } from 'node:stream';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createControl, type Control } from './control.ts';
import { BELL, fakeHost, type FakeHost } from './host.example.ts';
import { createStreams, MAX_STREAMS } from './stream.ts';

let host: FakeHost;
let control: Control;
let port = 0;

beforeEach(async () => {
  host = fakeHost();
  control = createControl(host, { token: 't', panelDir: null });
  const opened = await control.listenHttp({ port: 0, asked: true });
  if (opened.ok) port = opened.data.port;
});
afterEach(() => control.close());

async function listen(): Promise<http.IncomingMessage> {
  const headers = { authorization: 'Bearer t' };
  const [response] = (await once(
    http.get({ host: '127.0.0.1', port, path: '/v1/changes', headers, agent: false }),
    'response',
  )) as [http.IncomingMessage];
  return response.setEncoding('utf8').on('error', () => undefined);
}

async function nextOf(response: http.IncomingMessage): Promise<string> {
  const [text] = (await once(response, 'data')) as [string];
  return text;
}

test('the bell comes at once, then with each change', async () => {
  const response = await listen();
  expect(response.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
  });
  expect(await nextOf(response)).toBe(`data: ${JSON.stringify(BELL)}\n\n`);
  host.ring({ ...BELL, world: 2 });
  expect(await nextOf(response)).toBe(`data: ${JSON.stringify({ ...BELL, world: 2 })}\n\n`);
  response.destroy();
});

test('whoever leaves is forgotten', async () => {
  const response = await listen();
  expect(host.listeners.size).toBe(1);
  response.destroy();
  await expect.poll(() => host.listeners.size).toBe(0);
});

test('closing ends the streams', async () => {
  const response = await listen();
  const ended = new Promise((resolve) => void response.once('close', resolve));
  response.resume();
  await control.close();
  await ended;
  expect(host.listeners.size).toBe(0);
});

test('there is a bound on streams', async () => {
  const responses = await Promise.all(Array.from({ length: MAX_STREAMS + 1 }, listen));
  expect(responses.filter(({ statusCode }) => statusCode === 200)).toHaveLength(MAX_STREAMS);
  expect(responses.filter(({ statusCode }) => statusCode === 409)).toHaveLength(1);
  for (const response of responses) response.destroy();
});

/** A response whose reader takes nothing until `drain`. */
function slowResponse(written: string[]) {
  const slow = Object.assign(new EventEmitter(), {
    writeHead: () => slow,
    write: (text: string) => {
      written.push(text);
      return false;
    },
  });
  return slow as unknown as http.ServerResponse & Writable;
}

test('a slow reader gets only the latest, later', () => {
  const written: string[] = [];
  const response = slowResponse(written);
  createStreams(host).open(response);
  for (let world = 2; world <= 1000; world += 1) host.ring({ ...BELL, world });
  expect(written).toHaveLength(1);
  response.emit('drain');
  expect(written.slice(1)).toEqual([`data: ${JSON.stringify({ ...BELL, world: 1000 })}\n\n`]);
  response.emit('close');
  expect(host.listeners.size).toBe(0);
});

test('a comment every 15 seconds keeps the connection alive', () => {
  vi.useFakeTimers();
  const written: string[] = [];
  const response = slowResponse(written);
  createStreams(host).open(response);
  response.emit('drain');
  vi.advanceTimersByTime(15_000);
  expect(written.at(-1)).toBe(': ping\n\n');
  response.emit('close');
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});
