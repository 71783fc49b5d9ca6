// What the page in the window can't do, and the little that it can.
import path from 'node:path';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { REPOSITORY } from './executable.ts';
import { call, settledStatus, test } from './fixtures.ts';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

test('the preload exposes two functions and nothing else', async ({ open }) => {
  const { page } = await open();
  const exposed = await page.evaluate(() => {
    const own: object = Reflect.get(window, 'metadeck') as object;
    return Object.entries(own).map(([name, value]) => [name, typeof value]);
  });
  expect(exposed).toEqual([
    ['call', 'function'],
    ['onChange', 'function'],
  ]);
});

test('the page is sandboxed and isolated', async ({ open }) => {
  const { app, page } = await open();
  const visible = await page.evaluate(() =>
    ['process', 'require', 'module', 'exports', 'Buffer', 'global', '__dirname', 'electron'].filter(
      (name) => name in window,
    ),
  );
  expect(visible).toEqual([]);
  const processes = await app.evaluate(({ app: electron }) => electron.getAppMetrics().map(({ type }) => type));
  expect(processes).toContain('Tab');
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents: unknown = BrowserWindow.getAllWindows()[0]?.webContents;
    return (contents as { getLastWebPreferences: () => object }).getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  });
});

test('onChange hears the bell until it is unsubscribed', async ({ open }) => {
  const { page } = await open();
  await settledStatus(page);
  await page.evaluate(() => {
    const { onChange } = Reflect.get(window, 'metadeck') as { onChange: (hear: (bell: unknown) => void) => () => void };
    const first: unknown[] = [];
    const second: unknown[] = [];
    const stop = onChange((bell) => first.push(bell));
    stop();
    onChange((bell) => second.push(bell));
    Object.assign(window, { heard: { first, second } });
  });
  await call(page, 'events.rebalance', {});
  const heard = (): Promise<{ first: unknown[]; second: unknown[] }> =>
    page.evaluate(() => Reflect.get(window, 'heard') as { first: unknown[]; second: unknown[] });
  await expect.poll(async () => (await heard()).second.length).toBeGreaterThan(0);
  const { first, second } = await heard();
  expect(first).toEqual([]);
  expect(Object.keys(second[0] as object).sort()).toEqual(['log', 'run', 'traffic', 'world']);
});

test('what comes in is checked, and nothing changes', async ({ open }) => {
  const { page } = await open();
  const name = 'no.such.operation' as 'status.get';
  expect(await call(page, name, {})).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  const input = { action: 'explode' } as unknown as { action: 'stop' };
  expect(await call(page, 'events.interrupt', input)).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  expect(await call(page, 'events.list', {})).toEqual({ ok: true, data: { items: [] } });
});

test('another window is refused, even with the same preload and page', async ({ open }) => {
  const { app, page } = await open();
  const [other] = await Promise.all([app.waitForEvent('window'), openAnother(app)]);
  await expect.poll(() => other.evaluate(() => 'metadeck' in window)).toBe(true);
  expect(await call(other, 'status.get', {})).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
  expect(await call(page, 'status.get', {})).toMatchObject({ ok: true });
});

async function openAnother(app: ElectronApplication): Promise<void> {
  await app.evaluate(
    async ({ BrowserWindow }, preload) => {
      const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await window.loadURL('app://metadeck/index.html');
    },
    path.join(REPOSITORY, 'dist/electron/preload.cjs'),
  );
}

for (const target of [
  'https://example.com/',
  'file:///etc/hostname',
  'data:text/html,hello',
  'app://other/index.html',
]) {
  test(`a navigation to ${target} is denied`, async ({ open }) => {
    const { app, page } = await open();
    await watchNavigation(app);
    await page.evaluate((url) => {
      location.href = url;
    }, target);
    // Chromium itself refuses a page the way to file: and data: before anybody is asked.
    if (/^(https|app):/.test(target)) expect(await navigationDenied(app)).toBe(true);
    expect(await currentUrl(app)).toMatch(/^app:\/\/metadeck\/index\.html/);
    expect(await call(page, 'status.get', {})).toMatchObject({ ok: true });
  });
}

/** Listens after the application's own listeners, so that it sees what they decided. */
async function watchNavigation(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    const denied = new Promise((resolve) => {
      BrowserWindow.getAllWindows()[0]?.webContents.once('will-navigate', (event) => resolve(event.defaultPrevented));
    });
    Object.assign(globalThis, { denied });
  });
}

function navigationDenied(app: ElectronApplication): Promise<unknown> {
  return app.evaluate(() => Reflect.get(globalThis, 'denied') as unknown);
}

function currentUrl(app: ElectronApplication): Promise<string | undefined> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL());
}

test('window.open opens nothing', async ({ open }) => {
  const { app, page } = await open();
  const opened = await page.evaluate(() => ['https://example.com/', '/index.html', ''].map((url) => window.open(url)));
  expect(opened).toEqual([null, null, null]);
  expect(app.windows()).toHaveLength(1);
});

test('permissions are denied, but for putting text on the clipboard', async ({ open }) => {
  const { page } = await open();
  expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied');
  expect(await permissionStates(page)).toEqual({
    camera: 'denied',
    'clipboard-read': 'denied',
    'clipboard-write': 'granted',
    geolocation: 'denied',
    microphone: 'denied',
    midi: 'denied',
    notifications: 'denied',
  });
});

/** What each permission stands at. Really copying needs the focus, which a display without a window manager gives to whom it likes. */
function permissionStates(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const names = ['camera', 'clipboard-read', 'clipboard-write', 'geolocation', 'microphone', 'midi', 'notifications'];
    const asked = names.map(async (name) => {
      const { state } = await navigator.permissions.query({ name: name as PermissionName });
      return [name, state];
    });
    return Object.fromEntries(await Promise.all(asked)) as Record<string, string>;
  });
}

test('every file comes with the content security policy', async ({ open }) => {
  const { page } = await open();
  const headers = await page.evaluate(async () => Object.fromEntries((await fetch('/index.html')).headers));
  expect(headers).toMatchObject({ 'content-security-policy': POLICY, 'x-content-type-options': 'nosniff' });
});

test('an inline script does not run', async ({ open }) => {
  const { page } = await open();
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.inlineScriptRan = true';
    document.body.append(script);
    return 'inlineScriptRan' in window;
  });
  expect(ran).toBe(false);
});

for (const target of [
  '/..%2f..%2fpackage.json',
  '/%2e%2e/%2e%2e/package.json',
  '/..%5c..%5cpackage.json',
  '/.env',
  '/assets',
  '/none.js',
]) {
  test(`${target} is no file of the panel`, async ({ open }) => {
    const { page } = await open();
    expect(await page.evaluate(async (url) => (await fetch(url)).status, target)).toBe(404);
  });
}
