// A throw behind an operation, over each carrier: INTERNAL for who asked, the stack once, a warning, and the run goes on.
import { mkdtempSync, rmSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, expect, type MockInstance, test, vi } from 'vitest';
import { presetWorld } from '../first-world.ts';
import { type ExampleRuntime, START, startedRuntime } from '../runtime.example.ts';
import { ask } from './ask.example.ts';

const TOKEN = 'a-token-that-somebody-named';
let told: MockInstance<typeof console.error>;
let folder = '';
let example: ExampleRuntime;

/** A world whose audience can't be read: whatever asks for it throws. */
function brokenWorld() {
  const world = presetWorld('spot', START);
  for (const instance of world.instances) {
    Object.defineProperty(instance, 'audience', {
      enumerable: true,
      get() {
        throw new Error(`broken, with ${TOKEN}`);
      },
    });
  }
  return world;
}

beforeEach(async () => {
  told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  folder = mkdtempSync(path.join(os.tmpdir(), 'metadeck-throw-'));
  vi.stubEnv('METADECK_RUN_DIR', folder);
  const control = { token: TOKEN, socket: socket(), http: { port: 0, asked: true }, panelDir: null };
  example = await startedRuntime({ world: brokenWorld(), control });
});
afterEach(async () => {
  await example.runtime.stop();
  told.mockRestore();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function socket(): string {
  return process.platform === 'win32' ? `\\\\.\\pipe\\metadeck-throw-${process.pid}` : path.join(folder, 'serve.sock');
}

function http(): { port: number } {
  return { port: example.runtime.status().control.http?.port ?? 0 };
}

const GET = { path: '/v1/audience', headers: { authorization: `Bearer ${TOKEN}` } };
const PUT = {
  ...GET,
  method: 'PUT',
  headers: { ...GET.headers, 'content-type': 'application/json' },
  body: '{"kind":"first","count":2}',
};

const CARRIERS: Record<string, () => Promise<unknown>> = {
  'HTTP without a body': async () => overHttp(await ask(http(), GET)),
  'HTTP with a body': async () => overHttp(await ask(http(), PUT)),
  'the socket without a body': async () => overHttp(await ask({ socketPath: socket() }, GET)),
  'the socket with a body': async () => overHttp(await ask({ socketPath: socket() }, PUT)),
  'in process': () => example.runtime.call('audience.get', {}, 'panel'),
};

function overHttp({ status, text }: { status: number; text: string }): unknown {
  expect(status).toBe(500);
  return JSON.parse(text);
}

test.each(Object.entries(CARRIERS))('%s', async (_carrier, carried) => {
  expect(await carried()).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
  expect(await carried()).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
  expect(told).toHaveBeenCalledTimes(1);
  expect(told.mock.calls[0]?.[0]).toMatch(/^Error: broken, with a-to…\n\s+at /);
  const { warnings } = await example.did('status.get');
  expect(warnings.map(({ text }) => text)).toEqual([
    'Something broke inside Metadeck; please report it: Error: broken, with a-to…',
  ]);
});
