// A panel without a valid token shows nothing of the instance, and says why.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { freePort } from '../mock/run.ts';
import { startServeIn } from '../product/serve.ts';
import { addressOf, test } from './fixtures.ts';

/** The page tries again every 5 s. */
const NEXT_ATTEMPT_MS = 15_000;
const NO_TOKEN = 'This page has no valid token.';

function banner(page: Page): ReturnType<Page['getByRole']> {
  return page.getByRole('status', { name: 'Connection' });
}

test('without a token the panel says so at once, and never that anything starts', async ({ page, served }) => {
  await page.addInitScript(() => {
    const seen: string[] = [];
    Reflect.set(window, 'seenWords', seen);
    new MutationObserver(() => seen.push(document.body.innerText)).observe(document, {
      childList: true,
      subtree: true,
    });
  });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(served.control);
  await expect(banner(page)).toContainText(NO_TOKEN);
  await expect(page.getByRole('button', { name: 'Server: No valid token' })).toBeVisible();
  const seen = await page.evaluate(() => String(Reflect.get(window, 'seenWords')));
  expect(seen).not.toMatch(/Starting|Connecting|Lost connection/);
  expect(asked.filter((target) => target.startsWith('/v1/'))).toEqual([]);
});

test('what asks something of the server can’t be pressed without a token, and can once it is pasted', async ({
  page,
  served,
}) => {
  await page.goto(served.control);
  const interrupt = page.getByRole('button', { name: 'Interrupt now' });
  await expect(interrupt).toBeDisabled();
  await page.getByLabel('Address or token').fill('http://127.0.0.1:1339/');
  await page.getByRole('button', { name: 'Connect' }).click();
  await expect(page.getByRole('alert')).toHaveText('That address has no token; copy it whole, with all after #.');
  await page.getByLabel('Address or token').fill(served.token);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Server: Listening' })).toBeVisible();
  await expect(banner(page)).toBeHidden();
  await expect(interrupt).toBeEnabled();
});

test('a pasted address lets in as its token does; one of another panel is refused in a sentence', async ({
  page,
  served,
}) => {
  await page.goto(`${served.control}/#token=wrong`);
  await page.getByLabel('Address or token').fill('http://127.0.0.1:1/#token=mine');
  await page.getByRole('button', { name: 'Connect' }).click();
  await expect(page.getByRole('alert')).toContainText('That address is of another panel');
  await page.getByLabel('Address or token').fill(addressOf(served));
  await page.getByRole('button', { name: 'Connect' }).click();
  await expect(page.getByRole('button', { name: 'Server: Listening' })).toBeVisible();
  expect(page.url()).not.toContain(served.token);
});

test('a page whose server went away comes back by itself when it is started again', async ({ page }) => {
  const data = mkdtempSync(path.join(tmpdir(), 'metadeck-again-'));
  const port = String(await freePort());
  const first = await startServeIn(data, '--control-port', port);
  await page.goto(addressOf(first));
  const interrupt = page.getByRole('button', { name: 'Interrupt now' });
  await expect(interrupt).toBeEnabled();
  await first.stop();
  await expect(banner(page)).toContainText('Connection lost');
  await expect(interrupt).toBeDisabled();
  const second = await startServeIn(data, '--control-port', port);
  await expect(page.getByRole('button', { name: 'Server: Listening' })).toBeVisible({ timeout: NEXT_ATTEMPT_MS });
  await expect(banner(page)).toBeHidden();
  await expect(page.getByText(second.endpoint.replace('http://', '')).first()).toBeVisible();
  await expect(interrupt).toBeEnabled();
  await second.stop();
  rmSync(data, { recursive: true, force: true });
});

test('with a wrong token the panel says so', async ({ page, served }) => {
  await page.goto(`${served.control}/#token=wrong`);
  await expect(banner(page)).toContainText(NO_TOKEN);
  await expect(page.getByText(served.endpoint.replace('http://', ''))).toBeHidden();
});

test('the token goes from the address as soon as it is taken', async ({ panel, served }) => {
  expect(panel.url()).not.toContain(served.token);
  await expect(banner(panel)).toBeHidden();
});

test('a page of another origin gets nothing from the control plane', async ({ page, served }) => {
  await page.goto('data:text/html,<title>stranger</title>');
  const outcome = await page.evaluate(
    ([control, token]) =>
      fetch(`${control}/v1/status`, { headers: { Authorization: `Bearer ${token}` } }).then(
        () => 'answered',
        () => 'refused',
      ),
    [served.control, served.token],
  );
  expect(outcome).toBe('refused');
});
