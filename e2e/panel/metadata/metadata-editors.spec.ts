// Each kind of value has its editor; what breaks its form is refused at the field, and the old value stays served.

import { expect, type Locator, type Page } from '@playwright/test';
import { getAs, openScreen, test } from '../fixtures.ts';

const CLIENT = '127.0.0.1';
const DOCUMENT = 'dynamic/instance-identity/document';

async function openPath(panel: Page, path: string): Promise<Locator> {
  await openScreen(panel, 'Metadata');
  await panel.getByRole('textbox', { name: 'Search paths' }).fill(path);
  const name = path.slice(path.lastIndexOf('/') + 1);
  await panel.getByRole('treeitem', { name, exact: true }).click();
  return panel.getByRole('textbox', { name: 'Value', exact: true });
}

function problem(panel: Page): Locator {
  return panel.getByRole('region', { name: 'Selected path' }).getByRole('alert');
}

test('a computed value is read only, with the reason, until it is overridden', async ({ panel, served }) => {
  const value = await openPath(panel, 'meta-data/public-hostname');
  await expect(value).toHaveAttribute('readonly', '');
  await expect(value).toHaveAccessibleDescription(/Worked out from other facts/);

  await panel.getByRole('button', { name: 'Override' }).click();
  await expect(value).toBeEditable();
  await expect(value).toBeFocused();
  await value.fill('web-1');
  await value.press('Enter');
  await expect.poll(() => getAs(CLIENT, served, 'meta-data/public-hostname')).toEqual({ status: 200, body: 'web-1' });
  await expect(panel.getByText('overridden', { exact: true })).toBeVisible();

  await panel.getByRole('button', { name: 'Reset', exact: true }).click();
  await expect(value).toHaveAttribute('readonly', '');
  await panel.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(async () => (await getAs(CLIENT, served, 'meta-data/public-hostname')).body).toBe('web-1');
});

test('what is written while another value is served is served after it', async ({ panel, served }) => {
  const path = 'meta-data/ami-id';
  const value = await openPath(panel, path);
  let release: (() => void) | undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await panel.route('**/v1/metadata', async (route) => {
    const body = route.request().postData() ?? '';
    if (body.includes('ami-0000000a') && !body.includes('dryRun')) await released;
    await route.continue();
  });
  await value.fill('ami-0000000a');
  await value.press('Enter');
  await value.press('Enter');
  await value.fill('ami-0000000b');
  await value.press('Enter');
  release?.();
  await expect.poll(() => getAs(CLIENT, served, path)).toEqual({ status: 200, body: 'ami-0000000b' });
  await expect(value).toHaveValue('ami-0000000b');
});

test('JSON that is broken is refused with its line and column', async ({ panel, served }) => {
  const before = await getAs(CLIENT, served, DOCUMENT);
  const value = await openPath(panel, DOCUMENT);
  await panel.getByRole('button', { name: 'Override' }).click();
  const editor = panel.locator('[contenteditable="true"]');
  await expect(editor).toBeFocused();
  await expect(value).toHaveAttribute('contenteditable', 'true');
  await editor.fill('{\n  "region" "us-east-1"\n}');
  await editor.press('Control+Enter');

  await expect(problem(panel)).toContainText('line 2, column 12 needs a colon');
  await expect(value).toHaveAttribute('aria-invalid', 'true');
  expect(await getAs(CLIENT, served, DOCUMENT)).toEqual(before);

  await editor.press('Escape');
  await expect(problem(panel)).toHaveCount(0);
  await expect(editor).toContainText('"accountId"');

  await editor.fill('{"region": "us-west-2"}');
  await editor.press('Control+Enter');
  await expect.poll(async () => (await getAs(CLIENT, served, DOCUMENT)).body).toBe('{"region": "us-west-2"}');
});

test('a slash typed into JSON stays there', async ({ panel }) => {
  await openPath(panel, DOCUMENT);
  await panel.getByRole('button', { name: 'Override' }).click();
  const editor = panel.locator('[contenteditable="true"]');
  await expect(editor).toBeFocused();
  await editor.press('/');
  await expect(editor).toBeFocused();
  await expect(editor).toContainText('/');
});

test('an address that is none is refused by the rule of its fact', async ({ panel, served }) => {
  const value = await openPath(panel, 'meta-data/public-ipv4');
  await value.fill('203.0.113.256');
  await value.press('Enter');
  await expect(problem(panel)).toContainText('An IPv4 address is needed, such as');
  await expect(value).toHaveAttribute('aria-invalid', 'true');
  expect((await getAs(CLIENT, served, 'meta-data/public-ipv4')).body).toBe('203.0.113.25');
  await value.press('Escape');
  await expect(value).toHaveValue('203.0.113.25');
});

test('user data is written as text or in base64', async ({ panel, served }) => {
  const value = await openPath(panel, 'user-data');
  await value.fill('#!/bin/sh\n');
  await expect(panel.getByText('10 of 16,384 B')).toBeVisible();
  await value.press('Control+Enter');
  await expect.poll(() => getAs(CLIENT, served, 'user-data')).toEqual({ status: 200, body: '#!/bin/sh\n' });

  await panel.getByRole('radio', { name: 'base64' }).check({ force: true });
  await expect(value).toHaveValue('IyEvYmluL3NoCg==');
  await value.fill('not base64');
  await value.press('Control+Enter');
  await expect(problem(panel)).toContainText('This is not base64');
  await value.fill('aGVsbG8=');
  await value.press('Control+Enter');
  await expect.poll(async () => (await getAs(CLIENT, served, 'user-data')).body).toBe('hello');
});

test('user data is taken from a file of at most 16 KiB, and undone', async ({ panel, served }) => {
  await openPath(panel, 'user-data');
  const choose = async (name: string, buffer: Buffer) => {
    const chooser = panel.waitForEvent('filechooser');
    await panel.getByRole('button', { name: 'From a file' }).click();
    await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer });
  };
  await choose('big.bin', Buffer.alloc(16_385, 1));
  await expect(problem(panel)).toContainText('big.bin: User data has at most 16,384 B (16 KiB); this has 16,385 B.');
  expect((await getAs(CLIENT, served, 'user-data')).status).toBe(404);

  await choose('hello.txt', Buffer.from('hello'));
  await expect.poll(() => getAs(CLIENT, served, 'user-data')).toEqual({ status: 200, body: 'hello' });
  await expect(problem(panel)).toHaveCount(0);
  await panel.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(async () => (await getAs(CLIENT, served, 'user-data')).status).toBe(404);
});
