// The window shows the Deck, and what is pressed there is what a client reads.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, type Page } from '@playwright/test';
import { data, endpointOf, test } from './fixtures.ts';

const NOTICE = '/latest/meta-data/spot/instance-action';
const ACTION = { action: 'terminate', time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as unknown };

function interruptButton(page: Page): ReturnType<Page['getByRole']> {
  return page.getByRole('button', { name: 'Interrupt now' });
}

async function eventCount(page: Page): Promise<number> {
  return (await data(page, 'events.list', {})).items.length;
}

test('the Deck is shown, in a window of the usual size', async ({ open }) => {
  const { app, page } = await open();
  await expect(interruptButton(page)).toBeVisible();
  const size = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize());
  expect(size).toEqual([1280, 800]);
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()))
    .toBe(true);
});

test('there is no notice before the button is pressed, and one after', async ({ open }) => {
  const { page } = await open();
  const endpoint = await endpointOf(page);
  expect((await fetch(endpoint + NOTICE)).status).toBe(404);

  await interruptButton(page).click();

  await expect.poll(async () => (await fetch(endpoint + NOTICE)).status).toBe(200);
  expect(await (await fetch(endpoint + NOTICE)).json()).toEqual(ACTION);
});

test('curl reads it with a token', async ({ open }) => {
  const { page } = await open();
  const endpoint = await endpointOf(page);
  await interruptButton(page).click();
  await expect.poll(() => eventCount(page)).toBe(1);

  const token = await curl(
    '-X',
    'PUT',
    '-H',
    'X-aws-ec2-metadata-token-ttl-seconds: 60',
    `${endpoint}/latest/api/token`,
  );
  const notice = await curl('-H', `X-aws-ec2-metadata-token: ${token}`, endpoint + NOTICE);

  expect(token).toHaveLength(56);
  expect(JSON.parse(notice)).toEqual(ACTION);
});

test('who read it is said in the window', async ({ open }) => {
  const { page } = await open();
  const endpoint = await endpointOf(page);
  await interruptButton(page).click();
  await expect.poll(async () => (await fetch(endpoint + NOTICE)).status).toBe(200);

  await expect(page.getByText(/seen by 127\.0\.0\.1/).first()).toBeVisible();
});

test('its keys fire it once, not once for the page and once for the menu', async ({ open }) => {
  const { page } = await open();
  await expect(interruptButton(page)).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect.poll(() => eventCount(page)).toBe(1);
  await expect(page.getByText(/already/i)).toBeHidden();
});

test('the menu fires what is chosen beside the button, as its keys do', async ({ open }) => {
  const { app, page } = await open();
  await expect(interruptButton(page)).toBeVisible();
  await page.getByText('Stop', { exact: true }).click();
  await app.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((menu) => menu.submenu?.items ?? []);
    items?.find(({ label }) => label === 'Interrupt now')?.click();
  });
  await expect.poll(() => eventCount(page)).toBe(1);
  expect((await data(page, 'events.list', {})).items[0]).toMatchObject({ action: 'stop' });
});

/** Runs the real curl, past any proxy, and answers the body. */
async function curl(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('curl', [
    '-sS',
    '--fail',
    '--noproxy',
    '*',
    '--max-time',
    '10',
    ...args,
  ]);
  return stdout;
}
