// A run: start, stop and restart, a taken port, the bell at the next phase, files kept and files damaged.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as net from 'node:net';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exampleRuntime, START, startedRuntime, type ExampleRuntime } from './runtime.example.ts';
import { connect, rawAsk } from './imds/raw-ask.example.ts';
import { openOne } from './listen.ts';

const GET = ['GET /latest/meta-data/instance-id HTTP/1.1'];
const running: ExampleRuntime[] = [];
let dir = '';

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'metadeck-test-'));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map(({ runtime }) => runtime.stop()));
  rmSync(dir, { recursive: true });
});

async function started(options: Parameters<typeof startedRuntime>[0] = {}): Promise<ExampleRuntime> {
  const example = await startedRuntime(options);
  running.push(example);
  return example;
}

describe('start and stop', () => {
  test('says where it listens', async () => {
    const { runtime, port } = await started();
    expect(runtime.status()).toMatchObject({
      state: 'listening',
      endpoint: `http://127.0.0.1:${port()}`,
      problem: null,
    });
  });

  test('stopped, it answers no more, and open connections are closed', async () => {
    const { did, port } = await started();
    const before = port();
    const { end } = await connect(before);
    expect(await did('server.stop')).toMatchObject({ state: 'stopped', endpoint: null, listeners: [] });
    expect(await end).toBe('');
    await expect(connect(before)).rejects.toThrow('ECONNREFUSED');
  });

  test('started again, it listens where it did', async () => {
    const { did, port } = await started();
    const { listeners } = await did('server.restart', { port: 0 });
    await did('server.stop');
    expect(await did('server.start', { port: listeners[0]?.port ?? 0 })).toMatchObject({
      state: 'listening',
      listeners,
    });
    expect(await rawAsk(port(), GET)).toContain('200 OK');
  });

  test('elsewhere, if told so', async () => {
    const { did } = await started();
    expect(await did('server.restart', { host: '127.0.0.2', port: 0 })).toMatchObject({
      listeners: [{ address: '127.0.0.2' }],
    });
  });

  test('the log, tokens and world outlive a restart', async () => {
    const { did, port, rows } = await started();
    await did('events.interrupt', {});
    await rawAsk(port(), GET);
    await did('server.restart', { port: 0 });
    expect([(await rows()).length, (await did('events.list')).items.length]).toEqual([1, 1]);
  });

  test('two at once end in one state, one after the other', async () => {
    const { did, runtime } = await started();
    await Promise.all([did('server.restart', { port: 0 }), did('server.stop'), did('server.restart', { port: 0 })]);
    expect(runtime.status()).toMatchObject({ state: 'listening' });
  });
});

describe('a taken port', () => {
  test('is said, with what to do; the runtime works all the same', async () => {
    const holder = await openOne(net.createServer(), { host: '127.0.0.1', port: 0 });
    if (!holder.ok) throw new Error(holder.code);
    const { port } = holder.listener;
    const example = exampleRuntime({ where: { host: null, port } });
    running.push(example);
    expect(await example.runtime.start()).toMatchObject({ ok: false, error: { code: 'PORT_IN_USE' } });
    expect(example.runtime.status()).toMatchObject({
      state: 'failed',
      endpoint: null,
      problem: { code: 'PORT_IN_USE', port },
    });
    const { freePort } = example.runtime.status().problem ?? {};
    expect(freePort).toBeGreaterThan(port);
    expect(await example.refused('server.start')).toMatchObject({ code: 'PORT_IN_USE' });
    expect(await example.did('server.start', { port: freePort ?? 0 })).toMatchObject({
      state: 'listening',
      problem: null,
    });
    await holder.close();
  });
});

describe('the bell', () => {
  test('rings at the next boundary, and at the one after it', async () => {
    const { did, clock, runtime } = await started();
    expect(clock.armedFor()).toBe(Number.POSITIVE_INFINITY);
    await did('events.interrupt', { noticeInSeconds: 60 });
    expect(clock.armedFor()).toBe(START + 60_000);
    const before = runtime.bell().world;
    clock.move(60_000);
    expect(runtime.bell().world).toBeGreaterThan(before);
    expect(clock.armedFor()).toBe(START + 180_000);
    clock.move(120_000);
    expect(clock.armedFor()).toBe(Number.POSITIVE_INFINITY);
  });

  test('a skip moves the boundary, and undo moves it back', async () => {
    const { did, clock } = await started();
    await did('events.interrupt', { noticeInSeconds: 60 });
    await did('events.skip', { seconds: 50 });
    expect(clock.armedFor()).toBe(START + 10_000);
    await did('world.undo');
    expect(clock.armedFor()).toBe(START + 60_000);
    await did('events.withdraw');
    expect(clock.armedFor()).toBe(Number.POSITIVE_INFINITY);
  });

  test('says which of world, traffic and log changed', async () => {
    const { did, runtime, port } = await started();
    const first = runtime.bell();
    await rawAsk(port(), GET);
    const second = runtime.bell();
    expect(second).toEqual({ ...first, traffic: first.traffic + 1, log: first.log + 1 });
    await did('events.interrupt', {});
    expect(runtime.bell()).toEqual({ ...second, world: second.world + 1, log: second.log + 1 });
    await did('requests.clear');
    expect(runtime.bell().log).toBeGreaterThan(second.log);
  });
});

describe('settings', () => {
  test('are kept for the next run, and a damaged one is said and as usual', async () => {
    const settingsFile = path.join(dir, 'settings.json');
    const first = await started({ settingsFile });
    await first.did('settings.patch', { theme: 'dark', allowedHosts: ['a.example'], keptRequests: 500 });
    const stored = JSON.parse(readFileSync(settingsFile, 'utf8')) as object;
    writeFileSync(settingsFile, JSON.stringify({ ...stored, density: 'tiny' }));
    const second = await started({ settingsFile });
    expect(await second.did('settings.get')).toMatchObject({
      theme: 'dark',
      density: 'compact',
      allowedHosts: ['a.example'],
    });
    expect(second.runtime.status().counts.limit).toBe(500);
    expect(second.runtime.status().warnings.map(({ text }) => text)).toEqual([expect.stringContaining('density')]);
  });
});

test('tokens can be required from the start', async () => {
  const { port, runtime } = await started({ options: { httpTokens: 'required' } });
  expect(await rawAsk(port(), GET)).toContain('401 Unauthorized');
  expect(runtime.status().instance.httpTokens).toBe('required');
});
