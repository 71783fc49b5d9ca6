// Passing on to a run's socket: nothing without the token, everything else as it is.
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import * as http from 'node:http';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ask } from './ask.example.ts';
import { createControl, type Control } from './control.ts';
import { BELL, fakeHost, type FakeHost } from './host.example.ts';
import { openPassOn } from './pass-on.ts';

let host: FakeHost;
let control: Control;
let folder = '';
let port = 0;
let close = async () => {};

beforeEach(async () => {
  host = fakeHost();
  folder = mkdtempSync(path.join(os.tmpdir(), 'metadeck-pass-on-'));
  vi.stubEnv('METADECK_RUN_DIR', folder);
  control = createControl(host, { token: 'the other one', panelDir: null });
  const socket = path.join(folder, 'serve-1.sock');
  await control.listenSocket(socket);
  const opened = await openPassOn(socket, { token: 'own', port: 0, failed: host.failed });
  if (!opened.ok) throw new Error(opened.error.message);
  ({ close } = opened.data);
  ({ port } = opened.data.listener);
});
afterEach(async () => {
  await close();
  await control.close();
  rmSync(folder, { recursive: true, force: true });
});

const OWN = { authorization: 'Bearer own' };

test('an operation is passed on, body and all, and known as the panel’s', async () => {
  const headers = {
    ...OWN,
    'content-type': 'application/json',
    'sec-fetch-site': 'same-origin',
    origin: `http://127.0.0.1:${port}`,
  };
  const body = '{"path":"user-data","value":"x"}';
  const answer = await ask({ port }, { method: 'PUT', path: '/v1/metadata', headers, body });
  expect(answer.status).toBe(200);
  expect(host.asked).toEqual([{ name: 'metadata.set', input: { path: 'user-data', value: 'x' }, by: 'panel' }]);
});

test('so is a query', async () => {
  await ask({ port }, { path: '/v1/requests?after=3', headers: OWN });
  expect(host.asked).toMatchObject([{ input: { after: '3' } }]);
});

test.each([
  ['without a token', '/v1/undo', {}, 401],
  ['with the token of the instance itself', '/v1/undo', { authorization: 'Bearer the other one' }, 401],
  ['in a roundabout way', '/x/../v1/undo', {}, 401],
  ['in another roundabout way', '/./v1/undo', {}, 401],
  ['with a backslash', '/x\\..\\v1/undo', {}, 401],
  ['under a foreign Host', '/v1/undo', { ...OWN, host: 'evil.example' }, 403],
  ['from a foreign Origin', '/v1/undo', { ...OWN, origin: 'https://evil.example' }, 403],
  ['from a foreign page', '/v1/undo', { ...OWN, 'sec-fetch-site': 'cross-site' }, 403],
  ['as a whole address', 'http://localhost/v1/undo', {}, 405],
])('%s nothing is passed on', async (_name, target, headers, status) => {
  expect(await ask({ port }, { method: 'POST', path: target, headers })).toMatchObject({ status });
  expect(host.asked).toEqual([]);
});

test('the panel is passed on without a token', async () => {
  expect((await ask({ port }, { path: '/' })).text).toContain('panel');
});

test('the stream goes on, and ends when its reader leaves', async () => {
  const request = http.get({ host: '127.0.0.1', port, path: '/v1/changes', headers: OWN, agent: false });
  const [response] = (await once(request, 'response')) as [http.IncomingMessage];
  response.setEncoding('utf8').on('error', () => undefined);
  expect(await once(response, 'data')).toEqual([`data: ${JSON.stringify(BELL)}\n\n`]);
  host.ring({ ...BELL, log: 9 });
  expect(await once(response, 'data')).toEqual([`data: ${JSON.stringify({ ...BELL, log: 9 })}\n\n`]);
  response.destroy();
  await expect.poll(() => host.listeners.size).toBe(0);
});

test('a run that has ended is said', async () => {
  await control.close();
  const answer = await ask({ port }, { path: '/v1/status', headers: OWN });
  expect(answer.status).toBe(500);
  expect(answer.text).toContain('has ended');
});
