// Settings of a run: what changing them does at once.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type ExampleRuntime, exampleRuntime } from './runtime.example.ts';

let example: ExampleRuntime;

afterEach(() => example.runtime.stop());

test('another host is listened on at once', async () => {
  example = exampleRuntime();
  await example.runtime.start();
  await example.did('settings.patch', { host: '127.0.0.1' });
  expect(example.runtime.status().listeners.map(({ address }) => address)).toEqual(['127.0.0.1']);
});

test('what has nothing to do with listening leaves the port as it is', async () => {
  example = exampleRuntime();
  await example.runtime.start();
  const before = example.runtime.status().listeners;
  expect(await example.did('settings.patch', { theme: 'dark' })).toMatchObject({ theme: 'dark', host: null, port: 0 });
  expect(example.runtime.status().listeners).toEqual(before);
});

test('control over HTTP opens and closes with its setting', async () => {
  example = exampleRuntime();
  await example.runtime.start();
  await example.did('settings.patch', { controlOverHttp: true });
  expect(example.runtime.status().control.http).toMatchObject({ address: '127.0.0.1' });
  await example.did('settings.patch', { controlOverHttp: false });
  expect(example.runtime.status().control.http).toBeNull();
});

test('of two changes at once the later one holds, in the settings and in what they do', async () => {
  example = exampleRuntime();
  await example.runtime.start();
  await Promise.all([
    example.did('settings.patch', { controlOverHttp: true, theme: 'dark' }),
    example.did('settings.patch', { controlOverHttp: false }),
  ]);
  expect(await example.did('settings.get')).toMatchObject({ controlOverHttp: false, theme: 'dark' });
  expect(example.runtime.status().control.http).toBeNull();
});

test('what can not be saved changes nothing, in the settings and in what they do', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'metadeck-settings-'));
  const settingsFile = path.join(folder, 'later', 'settings.json');
  example = exampleRuntime({ settingsFile });
  await example.runtime.start();
  const before = await example.did('settings.get');
  writeFileSync(path.join(folder, 'later'), '');
  const refused = await example.refused('settings.patch', { theme: 'dark', controlOverHttp: true });
  expect(refused.code).toBe('STORAGE_FAILED');
  expect(refused.message).toMatch(/a part of its path is no directory\. Nothing was changed\.$/);
  expect(await example.did('settings.get')).toEqual(before);
  expect(example.runtime.status().control.http).toBeNull();
  rmSync(folder, { recursive: true });
});
