// An app is loaded once, with the first request.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import { afterEach, expect, test } from 'vitest';
import { whenAsked } from './when-asked.ts';

let server: Server | undefined;
afterEach(() => {
  server?.close();
  server = undefined;
});

async function statuses(load: () => Promise<Koa>, told: unknown[], requests: number): Promise<number[]> {
  const made = createServer(whenAsked(load, (error) => told.push(error)));
  server = made;
  await new Promise<void>((listening) => {
    made.listen(0, '127.0.0.1', listening);
  });
  const url = `http://127.0.0.1:${(made.address() as AddressInfo).port}/`;
  const answers = await Promise.all(Array.from({ length: requests }, () => fetch(url, { method: 'POST', body: 'x' })));
  return answers.map(({ status }) => status);
}

function app(): Koa {
  const made = new Koa();
  made.use((ctx) => {
    ctx.status = 204;
  });
  return made;
}

test('requests that come at once are all answered by the one app', async () => {
  let loads = 0;
  const load = async () => {
    loads += 1;
    return app();
  };
  expect(loads).toBe(0);
  expect(await statuses(load, [], 3)).toEqual([204, 204, 204]);
  expect(loads).toBe(1);
});

test('one that can not be loaded is told and answered with 500', async () => {
  const told: unknown[] = [];
  const problem = new Error('no such file');
  expect(await statuses(() => Promise.reject(problem), told, 1)).toEqual([500]);
  expect(told).toEqual([problem]);
});
