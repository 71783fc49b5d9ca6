// A port that somebody else holds: the window opens, says by whom, and helps.
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { endpointOf, settledStatus, test } from './fixtures.ts';

let holder: http.Server;
let takenPort: number;

test.beforeEach(async () => {
  holder = http.createServer((_request, response) => response.end('somebody else'));
  await once(holder.listen(0, '127.0.0.1'), 'listening');
  takenPort = (holder.address() as AddressInfo).port;
});
test.afterEach(() => {
  holder.closeAllConnections();
  holder.close();
});

test('the panel says who holds the port, and which one is free', async ({ open }) => {
  const { page } = await open({ port: takenPort });
  const { state, problem } = await settledStatus(page);

  expect({ state, code: problem?.code, port: problem?.port }).toEqual({
    state: 'failed',
    code: 'PORT_IN_USE',
    port: takenPort,
  });
  expect(problem?.holder?.pid).toBe(process.pid);
  await expect(page.getByText(new RegExp(`${takenPort}.*${process.pid}`)).first()).toBeVisible();
  await expect(page.getByRole('button', { name: `Use ${problem?.freePort}` })).toBeVisible();
});

test('its button makes Metadeck listen on the free port', async ({ open }) => {
  const { page } = await open({ port: takenPort });
  const { problem } = await settledStatus(page);

  await page.getByRole('button', { name: `Use ${problem?.freePort}` }).click();

  await expect.poll(async () => (await settledStatus(page)).state).toBe('listening');
  const endpoint = await endpointOf(page);
  expect(endpoint).toBe(`http://127.0.0.1:${problem?.freePort}`);
  expect((await fetch(`${endpoint}/latest/meta-data/`)).status).toBe(200);
  expect(await (await fetch(`http://127.0.0.1:${takenPort}/`)).text()).toBe('somebody else');
});

test('what is pressed meanwhile is there when it listens', async ({ open }) => {
  const { page } = await open({ port: takenPort });
  const { problem } = await settledStatus(page);

  await page.getByRole('button', { name: 'Interrupt now' }).click();
  await page.getByRole('button', { name: `Use ${problem?.freePort}` }).click();

  await expect.poll(async () => (await settledStatus(page)).state).toBe('listening');
  const endpoint = await endpointOf(page);
  expect((await fetch(`${endpoint}/latest/meta-data/spot/instance-action`)).status).toBe(200);
});
