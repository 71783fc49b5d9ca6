// The contract over HTTP, from the command line's side.
import { mkdtempSync, rmSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createControl, type Control } from '../../server/control/control.ts';
import { BELL, fakeHost, type FakeHost } from '../../server/control/host.example.ts';
import { createClient, type Client } from './client.ts';

let host: FakeHost;
let control: Control;
let client: Client;
let folder = '';

beforeEach(async () => {
  host = fakeHost(() => ({ ok: true, data: { title: 'fired interruption' } }));
  folder = mkdtempSync(path.join(os.tmpdir(), 'metadeck-client-'));
  vi.stubEnv('METADECK_RUN_DIR', folder);
  control = createControl(host, { token: 't', panelDir: null });
  const socket = path.join(folder, 'serve-1.sock');
  await control.listenSocket(socket);
  client = createClient({ kind: 'socket', socket });
});
afterEach(async () => {
  await control.close();
  rmSync(folder, { recursive: true, force: true });
});

test('an answer comes back', async () => {
  expect(await client.call('world.undo', {})).toEqual({ ok: true, data: { title: 'fired interruption' } });
  expect(host.asked).toEqual([{ name: 'world.undo', input: {}, by: 'cli' }]);
});

test('an answer that the contract does not know is said', async () => {
  const answer = await client.call('events.list', {});
  expect(answer).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
});

test('a run that is gone is said', async () => {
  await control.close();
  expect(await client.call('world.undo', {})).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
});

test('bells come until it is stopped', async () => {
  const bells: number[] = [];
  const stream = client.follow(({ log }) => bells.push(log));
  await expect.poll(() => bells).toEqual([BELL.log]);
  host.ring({ ...BELL, log: 4 });
  await expect.poll(() => bells).toEqual([BELL.log, 4]);
  stream.stop();
  await stream.ended;
  await expect.poll(() => host.listeners.size).toBe(0);
});
