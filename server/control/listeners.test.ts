// The listeners of the control plane: the socket for this user alone, a default port that makes way, time limits.
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ask } from './ask.example.ts';
import { deadSocket } from '../dead-socket.example.ts';
import { createControl, limitedServer, type Control } from './control.ts';
import { fakeHost, type FakeHost } from './host.example.ts';

const controls: Control[] = [];
let host: FakeHost;
let folder = '';

beforeEach(() => {
  host = fakeHost();
  folder = mkdtempSync(path.join(os.tmpdir(), 'metadeck-control-'));
  vi.stubEnv('METADECK_RUN_DIR', folder);
});
afterEach(async () => {
  await Promise.all(controls.splice(0).map((one) => one.close()));
  rmSync(folder, { recursive: true, force: true });
});

function makeControl(): Control {
  const control = createControl(host, { token: 't', panelDir: null });
  controls.push(control);
  return control;
}

async function takenPort(): Promise<number> {
  const opened = await makeControl().listenHttp({ port: 0, asked: true });
  return opened.ok ? opened.data.port : 0;
}

describe.skipIf(process.platform === 'win32')('the socket', () => {
  test('is for this user alone, in a directory that is', async () => {
    const file = path.join(folder, 'run', 'serve-1.sock');
    expect(await makeControl().listenSocket(file)).toEqual({ ok: true, data: file });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
  });

  test('needs neither token nor Host', async () => {
    const file = path.join(folder, 'serve-1.sock');
    await makeControl().listenSocket(file);
    expect(await ask({ socketPath: file }, { path: '/v1/status', headers: { host: 'anything' } })).toMatchObject({
      status: 200,
    });
    expect(host.asked).toMatchObject([{ name: 'status.get', by: 'cli' }]);
  });

  test('knows a panel that is passed on', async () => {
    const file = path.join(folder, 'serve-1.sock');
    await makeControl().listenSocket(file);
    await ask({ socketPath: file }, { path: '/v1/status', headers: { 'sec-fetch-site': 'same-origin' } });
    expect(host.asked).toMatchObject([{ by: 'panel' }]);
  });

  test('refuses an Origin', async () => {
    const file = path.join(folder, 'serve-1.sock');
    await makeControl().listenSocket(file);
    const headers = { origin: 'http://localhost' };
    expect(await ask({ socketPath: file }, { path: '/v1/status', headers })).toMatchObject({ status: 403 });
  });

  test('takes the place of one that is dead, and removes others once it is asked', async () => {
    const file = path.join(folder, 'serve-1.sock');
    const other = path.join(folder, 'window-2.sock');
    await deadSocket(file);
    await deadSocket(other);
    expect(await makeControl().listenSocket(file)).toMatchObject({ ok: true });
    await ask({ socketPath: file }, { path: '/v1/status' });
    await expect.poll(() => existsSync(other)).toBe(false);
  });

  test('does not take the place of one that lives', async () => {
    const file = path.join(folder, 'serve-1.sock');
    await makeControl().listenSocket(file);
    expect(await makeControl().listenSocket(file)).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
  });

  test('goes when it is closed', async () => {
    const file = path.join(folder, 'serve-1.sock');
    const control = makeControl();
    await control.listenSocket(file);
    await control.close();
    expect(existsSync(file)).toBe(false);
  });
});

describe('the port', () => {
  test('is on 127.0.0.1', async () => {
    expect(await makeControl().listenHttp({ port: 0, asked: true })).toMatchObject({
      ok: true,
      data: { address: '127.0.0.1' },
    });
  });

  test('a default one that is taken makes way for a free one', async () => {
    const port = await takenPort();
    const opened = await makeControl().listenHttp({ port, asked: false });
    expect(opened.ok && opened.data.port).not.toBe(port);
    expect(opened.ok).toBe(true);
  });

  test('one that was asked for does not', async () => {
    const port = await takenPort();
    const opened = await makeControl().listenHttp({ port, asked: true });
    expect(opened).toMatchObject({ ok: false, error: { code: 'PORT_IN_USE' } });
  });

  test('can be closed and opened again', async () => {
    const control = makeControl();
    await control.listenHttp({ port: 0, asked: true });
    await control.closeHttp();
    expect(await control.listenHttp({ port: 0, asked: true })).toMatchObject({ ok: true });
  });

  test('requests that never finish are given up', () => {
    const server = limitedServer(() => undefined);
    expect(server.headersTimeout).toBe(10_000);
    expect(server.requestTimeout).toBe(30_000);
  });
});
