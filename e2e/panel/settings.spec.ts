// The Settings screen: found by words, live at once, with the way back to the default.

import { expect, type Page } from '@playwright/test';
import { ask } from '../product/control.ts';
import { startServe } from '../product/serve.ts';
import { addressOf, getAs, logRows, openScreen, test } from './fixtures.ts';

function row(panel: Page, name: string): ReturnType<Page['getByRole']> {
  return panel.getByRole('group', { name, exact: true });
}

test('the search keeps the rows that have the words', async ({ panel }) => {
  await openScreen(panel, 'Settings');
  await panel.getByRole('searchbox', { name: 'Search settings' }).fill('imdsv1');
  await expect(row(panel, 'HttpTokens')).toBeVisible();
  await expect(row(panel, 'Theme')).toBeHidden();
  await panel.getByRole('searchbox', { name: 'Search settings' }).fill('no such thing');
  await expect(panel.getByText('No setting has these words.')).toBeVisible();
});

test('a theme holds at once, over a reload, and is reset', async ({ panel }) => {
  await openScreen(panel, 'Settings');
  const root = panel.locator('html');
  await row(panel, 'Theme').getByText('dark', { exact: true }).click();
  await expect(root).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await panel.reload();
  await expect(root).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await row(panel, 'Theme').getByText('high contrast', { exact: true }).click();
  await expect(root).toHaveAttribute('data-contrast', 'high');
  await panel.getByRole('button', { name: 'Reset Theme' }).click();
  await expect(root).not.toHaveAttribute('data-contrast', 'high');
});

test('a port out of range is refused in place; a good one restarts the server there', async ({ panel, served }) => {
  await openScreen(panel, 'Settings');
  const port = row(panel, 'Port').getByRole('textbox', { name: 'Port' });
  await port.fill('70000');
  await port.press('Enter');
  await expect(row(panel, 'Port').getByRole('alert')).toContainText('0 to 65535');
  expect((await getAs('127.0.0.7', served, 'meta-data/instance-id')).status).toBe(200);
  await port.press('Escape');
  await expect(port).toHaveValue('0');
});

test('a metadata option is live, and undo takes it back', async ({ panel, served }) => {
  await openScreen(panel, 'Settings');
  await row(panel, 'HttpTokens').getByText('IMDSv2 required', { exact: true }).click();
  await expect.poll(async () => (await getAs('127.0.0.7', served, 'meta-data/instance-id')).status).toBe(401);
  await panel.keyboard.press('ControlOrMeta+z');
  await expect.poll(async () => (await getAs('127.0.0.7', served, 'meta-data/instance-id')).status).toBe(200);
  await expect(row(panel, 'HttpTokens').getByRole('radio', { name: 'IMDSv2 optional' })).toBeChecked();
  await panel.keyboard.press('ControlOrMeta+z');
  await expect(panel.getByText('Nothing to undo', { exact: true })).toBeVisible();
});

test('an exported world comes back from Settings, and its import is undone', async ({ panel, served }) => {
  const typeNow = async () => (await getAs('127.0.0.7', served, 'meta-data/instance-type')).body;
  await openScreen(panel, 'Settings');
  const download = panel.waitForEvent('download');
  await panel.getByRole('button', { name: 'Export the world' }).click();
  const file = await (await download).path();
  await ask(served, 'PUT', '/v1/metadata', { path: 'meta-data/instance-type', value: 'c7g.large' });

  await row(panel, 'Import').getByRole('button', { name: 'Import a world' }).click();
  const dialog = panel.getByRole('dialog', { name: 'Import a world' });
  await dialog.getByLabel('World file').setInputFiles(file);
  await dialog.getByRole('button', { name: /^Import ./ }).click();
  await expect.poll(typeNow).toBe('m7g.large');
  await expect(dialog).toHaveCount(0);
  await panel.keyboard.press('ControlOrMeta+z');
  await expect.poll(typeNow).toBe('c7g.large');
});

test('a letter of one’s own works in the list, and one that is taken is refused', async ({ panel, served }) => {
  await openScreen(panel, 'Settings');
  const letter = panel.getByRole('textbox', { name: 'Letter for Pause the view' });
  await letter.fill('f');
  await expect(panel.getByRole('alert')).toContainText('F is taken by Follow new requests');
  await letter.fill('x');
  await letter.press('Enter');
  await getAs('127.0.0.7', served, 'meta-data/instance-id');
  await openScreen(panel, 'Deck');
  await panel.getByRole('grid', { name: 'Requests' }).focus();
  await panel.keyboard.press('x');
  await expect(panel.getByRole('button', { name: /Pause|Resume/, pressed: true })).toBeVisible();
});

/** How often the line of a lost connection came, from now on. */
function watchForBanner(panel: Page) {
  return panel.evaluateHandle(() => {
    const banners = { count: 0 };
    const look = () => (banners.count += document.querySelectorAll('[aria-label="Connection"]').length);
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
    return banners;
  });
}

test('the token is made anew: this page goes on, whoever has the old one does not', async ({
  panel,
  served,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openScreen(panel, 'Settings');
  const token = row(panel, 'Token');
  const banners = await watchForBanner(panel);
  await token.getByRole('button', { name: 'Make a new token' }).click();
  await expect(panel.getByText('The token is a new one; the old one is refused')).toBeVisible();
  await expect(ask(served, 'GET', '/v1/status')).rejects.toThrow('token is missing or wrong');
  await token.getByRole('button', { name: 'Copy the token' }).click();
  const made = await panel.evaluate(() => navigator.clipboard.readText());
  expect(made).not.toBe(served.token);
  await expect(ask({ ...served, token: made }, 'GET', '/v1/status')).resolves.toMatchObject({ state: 'listening' });

  await getAs('127.0.0.7', served, 'meta-data/instance-id');
  await openScreen(panel, 'Deck');
  await expect(logRows(panel)).toHaveCount(1);
  expect(await banners.evaluate(({ count }) => count), 'the stream broke, but so shortly that nothing is said').toBe(0);
  await panel.reload();
  await expect(logRows(panel)).toHaveCount(1);
  await expect(panel.getByRole('status', { name: 'Connection' })).toBeHidden();
});

test('a token that METADECK_TOKEN names is not made anew, in one sentence', async ({ page }) => {
  process.env['METADECK_TOKEN'] = 'named-from-outside';
  const named = await startServe();
  delete process.env['METADECK_TOKEN'];
  await page.goto(addressOf(named));
  await openScreen(page, 'Settings');
  const token = row(page, 'Token');
  await expect(token.getByText('METADECK_TOKEN names it: for another one, start Metadeck anew.')).toBeVisible();
  await expect(token.getByRole('button', { name: 'Make a new token' })).toBeHidden();
  await named.stop();
});
