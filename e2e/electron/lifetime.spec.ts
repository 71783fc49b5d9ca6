// One instance at a time, a world and a window that are kept, and an end that leaves nothing behind.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from '@playwright/test';
import { electronArguments, electronExecutable, REPOSITORY, whyNoWindow } from './executable.ts';
import { call, close, data, endpointOf, type Opened, test } from './fixtures.ts';

/** Its exit code, and the signal that ended it instead. */
async function closeWindow({ app, child }: Opened): Promise<unknown[]> {
  const ended = once(child, 'exit');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  return ended;
}

test('a second start ends and brings the first window back', async ({ open, environment }) => {
  const { app, page } = await open();
  const endpoint = await endpointOf(page);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());

  const second = spawn(electronExecutable(), electronArguments(REPOSITORY), { env: environment(), stdio: 'ignore' });
  expect(await once(second, 'exit')).toEqual([0, null]);

  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()))
    .toBe(true);
  expect(app.windows()).toHaveLength(1);
  expect((await fetch(`${endpoint}/latest/meta-data/`)).status).toBe(200);
});

test('a token that fits no header is refused in a sentence', async ({ environment, folder }) => {
  const reason = whyNoWindow();
  test.skip(reason !== undefined, reason ?? '');
  test.skip(process.platform !== 'linux', 'elsewhere the sentence stands in a box that waits for somebody');
  const env = { ...environment(), METADECK_TOKEN: 'my token' };
  const child = spawn(electronExecutable(), electronArguments(REPOSITORY), {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  expect(await once(child, 'close')).toEqual([1, null]);
  expect(said).toContain('METADECK_TOKEN may have only ASCII characters without blanks');
  expect(existsSync(path.join(folder, 'run'))).toBe(false);
});

test('closing the window ends the process, frees the port and removes the socket', async ({ open, folder }) => {
  const opened = await open();
  const endpoint = await endpointOf(opened.page);
  expect(readdirSync(path.join(folder, 'run'))).toEqual([expect.stringMatching(/^window-\d+\.sock$/)]);

  expect(await closeWindow(opened)).toEqual([0, null]);

  await expect(fetch(endpoint)).rejects.toThrow('fetch failed');
  expect(readdirSync(path.join(folder, 'run'))).toEqual([]);
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`${signal} ends it as cleanly`, async ({ open, folder }) => {
    const { child, page } = await open();
    await endpointOf(page);
    const ended = once(child, 'exit');
    child.kill(signal);
    expect(await ended).toEqual([0, null]);
    expect(readdirSync(path.join(folder, 'run'))).toEqual([]);
  });
}

test('the world survives a restart', async ({ open, folder }) => {
  const first = await open();
  await endpointOf(first.page);
  await data(first.page, 'metadata.set', { path: 'meta-data/tags/instance/Name', value: 'kept' });
  const { events } = await data(first.page, 'events.interrupt', {});
  await close(first);
  expect(existsSync(path.join(folder, 'data', 'world.json'))).toBe(true);

  const second = await open();
  const endpoint = await endpointOf(second.page);
  const kept = await data(second.page, 'events.list', {});
  expect(kept.items.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
  expect((await fetch(`${endpoint}/latest/meta-data/spot/instance-action`)).status).toBe(200);
  expect(await (await fetch(`${endpoint}/latest/meta-data/tags/instance/Name`)).text()).toBe('kept');
});

/** As another process that runs would leave it. */
function lockWorld(folder: string): string {
  const file = path.join(folder, 'data', 'world.json.lock');
  mkdirSync(path.dirname(file), { recursive: true });
  const mark = { pid: process.pid, started: null, host: os.hostname(), since: '2030-01-21T09:00:00.000Z' };
  writeFileSync(file, JSON.stringify(mark));
  return file;
}

test('a world that another process has open is shown, not saved, and that is said', async ({ open, folder }) => {
  const first = await open();
  await data(first.page, 'metadata.set', { path: 'meta-data/mine', value: 'kept' });
  await close(first);
  const lock = lockWorld(folder);
  const { page, child } = await open();
  const endpoint = await endpointOf(page);
  expect(await (await fetch(`${endpoint}/latest/meta-data/mine`)).text()).toBe('kept');
  const { warnings, saved } = await data(page, 'status.get', {});
  expect(warnings.map(({ text }) => text).join(' ')).toContain(
    `is used by another Metadeck (pid ${process.pid}, since 2030`,
  );
  expect(saved.world).toBeNull();
  await data(page, 'metadata.set', { path: 'meta-data/mine', value: 'for this run' });
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(existsSync(lock)).toBe(true);
  expect(readFileSync(path.join(folder, 'data', 'world.json'), 'utf8')).toContain('kept');
});

test('what can not be kept changes nothing, and what is fired all the same is said at the end', async ({
  open,
  folder,
}) => {
  const { page, child } = await open();
  const endpoint = await endpointOf(page);
  lockWorld(folder);
  const refused = await call(page, 'metadata.set', { path: 'meta-data/mine', value: '1' });
  expect(refused).toMatchObject({ ok: false, error: { code: 'STORAGE_FAILED' } });
  expect((await fetch(`${endpoint}/latest/meta-data/mine`)).status).toBe(404);
  const { warning } = await data(page, 'events.interrupt', {});
  expect(warning).toContain('It was fired all the same');
  expect((await fetch(`${endpoint}/latest/meta-data/spot/instance-action`)).status).toBe(200);
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await ended).toEqual([1, null]);
  expect(said).toMatch(/^metadeck: The last changes are not saved\. .+ is used by another Metadeck/m);
});

test('the window comes back where it was and as large', async ({ open, folder }) => {
  const place = { x: 40, y: 30, width: 1000, height: 650 };
  const first = await open();
  await first.app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), place);
  await closeWindow(first);
  expect(JSON.parse(readFileSync(path.join(folder, 'data', 'window.json'), 'utf8'))).toMatchObject(place);

  const second = await open();
  const bounds = await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  expect(bounds).toEqual(place);
});

test('the theme of the settings is the theme of the window', async ({ open }) => {
  const first = await open();
  await data(first.page, 'settings.patch', { theme: 'dark' });
  await expect.poll(() => first.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  await close(first);

  const second = await open();
  const color = await second.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBackgroundColor(),
  );
  expect(color?.toLowerCase()).toBe('#12161b');
});
