// A run: start, stop and restart, a taken port, the bell at the next phase, files kept and files damaged.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import * as net from 'node:net';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { presetWorld } from './first-world.ts';
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
    const { did, port } = await started();
    await did('events.interrupt', {});
    await rawAsk(port(), GET);
    await did('server.restart', { port: 0 });
    expect([(await did('requests.list', {})).items.length, (await did('events.list')).items.length]).toEqual([1, 1]);
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
    expect(runtime.bell()).toEqual({ ...second, world: second.world + 1 });
    await did('requests.clear');
    expect(runtime.bell().log).toBeGreaterThan(second.log);
  });
});

function file(): string {
  return path.join(dir, 'world.json');
}

describe('a world file', () => {
  test('keeps the world for the next run, readable by the user alone', async () => {
    const first = await started({ worldFile: file() });
    await first.did('metadata.set', { path: 'meta-data/mine', value: '1' });
    await first.did('events.maintenance', { code: 'instance-stop' });
    await first.runtime.stop();
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    const second = await started({ worldFile: file() });
    expect(await second.did('world.get')).toEqual(await first.did('world.get'));
    expect(second.runtime.status()).toMatchObject({ warnings: [], undo: null });
  });

  test('holds no token and no key', async () => {
    const { did, port, runtime } = await started({ worldFile: file() });
    await rawAsk(port(), ['PUT /latest/api/token HTTP/1.1', 'X-aws-ec2-metadata-token-ttl-seconds: 60']);
    await did('metadata.set', { path: 'meta-data/mine', value: '1' });
    await runtime.stop();
    expect(Object.keys(JSON.parse(readFileSync(file(), 'utf8')) as object).sort()).toEqual([
      'instances',
      'routing',
      'version',
    ]);
  });

  test('opened after an action time, the event has been completed', async () => {
    const first = await started({ worldFile: file() });
    await first.did('events.interrupt', { noticeInSeconds: 0 });
    await first.did('events.skip', { to: 'action' });
    await first.runtime.stop();
    const second = await started({ worldFile: file() });
    expect((await second.did('events.list')).items).toMatchObject([{ phase: 'completed' }]);
  });

  test.each([
    ['no JSON', '{"version": 1,'],
    ['no world', '{"version": 1}'],
    ['a world that contradicts itself', ''],
  ])('with %s is moved aside with its time in the name, said, and defaults are used', async (_name, given) => {
    const { did } = await started();
    const world = await did('world.get');
    const spoilt = JSON.stringify(world).replace('"region":"us-east-1"', '"region":"eu-west-1"');
    const text = given === '' ? spoilt : given;
    writeFileSync(file(), text);
    const second = await started({ worldFile: file() });
    const aside = readdirSync(dir);
    expect(aside).toEqual(['world.2024-08-01T11-59-00Z.damaged.json']);
    expect(readFileSync(path.join(dir, aside[0] ?? ''), 'utf8')).toBe(text);
    const { warnings } = second.runtime.status();
    expect(warnings).toHaveLength(1);
    expect(warnings[0]?.text).toContain(`moved to ${path.join(dir, aside[0] ?? '')}`);
    expect(await second.did('world.get')).toEqual(world);
  });

  test('of a newer version is said, left as it is, and never written over', async () => {
    const text = '{"version": 3, "fleet": []}';
    writeFileSync(file(), text);
    const { did, runtime } = await started({ worldFile: file() });
    await did('metadata.set', { path: 'meta-data/mine', value: '1' });
    expect(runtime.status().warnings.map(({ text: said }) => said)).toEqual([
      `${file()} is of version 3, which a newer Metadeck saved; this one reads up to version 2, so it was left as it is. Metadeck goes on with its defaults and saves nothing.`,
    ]);
    await runtime.stop();
    expect(readdirSync(dir)).toEqual(['world.json']);
    expect(readFileSync(file(), 'utf8')).toBe(text);
  });

  test('of version 1 opens as it is, and is of version 2 once it is saved', async () => {
    const world = presetWorld('spot', 1_722_513_540_000);
    writeFileSync(file(), JSON.stringify(world));
    const { did, runtime } = await started({ worldFile: file() });
    expect(await did('world.get')).toEqual(world);
    await did('metadata.set', { path: 'meta-data/mine', value: '1' });
    await runtime.stop();
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toMatchObject({ version: 2, instances: [{ preset: 'spot' }] });
  });

  test('that can not be written is said', async () => {
    const { did, runtime } = await started({ worldFile: path.join(dir, 'later', 'world.json') });
    writeFileSync(path.join(dir, 'later'), '');
    await did('metadata.set', { path: 'meta-data/mine', value: '1' });
    await expect
      .poll(() =>
        runtime
          .status()
          .warnings.map(({ text }) => text)
          .join(' '),
      )
      .toContain('could not be written');
  });

  test('that can not be read is said, and left alone', async () => {
    writeFileSync(path.join(dir, 'file'), '');
    const { runtime } = await started({ worldFile: path.join(dir, 'file', 'world.json') });
    expect(runtime.status().warnings.map(({ text }) => text)).toEqual([expect.stringContaining("can't be read")]);
  });

  test('is not written by a run in which nothing changed', async () => {
    const { runtime } = await started({ worldFile: file() });
    await runtime.stop();
    expect(readdirSync(dir)).toEqual([]);
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
