// The world goes to a file and comes back; a damaged file changes nothing; what differs from the preset is listed.

import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { getAs, openScreen, test } from '../fixtures.ts';
import type { Served } from '../../product/serve.ts';

const TYPE = 'meta-data/instance-type';

async function choose(panel: Page, item: string): Promise<void> {
  await panel.getByRole('button', { name: 'Presets' }).click();
  await panel.getByRole('menuitem', { name: item }).click();
}

async function setType(panel: Page, served: Served, type: string): Promise<void> {
  await panel.getByRole('treeitem', { name: 'instance-type', exact: true }).click();
  const value = panel.getByRole('combobox', { name: 'Value', exact: true });
  await value.fill(type);
  await value.press('Enter');
  await expect.poll(async () => (await getAs('127.0.0.1', served, TYPE)).body).toBe(type);
}

async function importText(panel: Page, name: string, text: string): Promise<Locator> {
  const dialog = panel.getByRole('dialog', { name: 'Import a world' });
  if (!(await dialog.isVisible())) await choose(panel, 'Import a world');
  const chooser = panel.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Choose a file' }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  return dialog;
}

/** Takes over what was shown. */
async function takeOver(dialog: Locator, name: string): Promise<void> {
  await dialog.getByRole('button', { name: `Import ${name}` }).click();
}

test('the world is exported, imported, and the import undone', async ({ panel, served }) => {
  await openScreen(panel, 'Metadata');
  const downloading = panel.waitForEvent('download');
  await choose(panel, 'Export the world');
  const file = await downloading;
  expect(file.suggestedFilename()).toMatch(/^metadeck-world-\d{8}-\d{6}\.json$/);
  const text = readFileSync(await file.path(), 'utf8');
  await setType(panel, served, 'c7g.large');

  const dialog = await importText(panel, 'mine.json', text);
  const row = dialog.getByRole('listitem').filter({ hasText: 'instance-type' });
  await expect(row).toContainText('c7g.large');
  await expect(row).toContainText('m7g.large');
  expect((await getAs('127.0.0.1', served, TYPE)).body, 'nothing changes before it is wanted').toBe('c7g.large');
  await takeOver(dialog, 'mine.json');
  await expect.poll(async () => (await getAs('127.0.0.1', served, TYPE)).body).toBe('m7g.large');
  await expect(panel.getByRole('dialog')).toHaveCount(0);

  const toast = panel.getByRole('alert').filter({ hasText: 'Imported mine.json' });
  await toast.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await getAs('127.0.0.1', served, TYPE)).body).toBe('c7g.large');
});

test('a damaged file is refused with its line, a wrong one with its field, and nothing changes', async ({
  panel,
  served,
}) => {
  await openScreen(panel, 'Metadata');
  const downloading = panel.waitForEvent('download');
  await choose(panel, 'Export the world');
  const text = readFileSync(await (await downloading).path(), 'utf8');

  const dialog = await importText(panel, 'cut.json', text.slice(0, text.indexOf('"instances"')));
  await expect(dialog.getByRole('alert')).toContainText("cut.json can't be imported; nothing changed.");
  await expect(dialog.getByRole('alert')).toContainText('line 3, column 3');

  await importText(panel, 'wrong.json', text.replace('"m7g.large"', '"large"'));
  await expect(dialog.getByRole('alert')).toContainText('instances.0.facts.instanceType: An instance type is needed');
  expect((await getAs('127.0.0.1', served, TYPE)).body).toBe('m7g.large');
});

test('a configuration of AEMM is refused with its line or key, or becomes the world', async ({ panel, served }) => {
  await openScreen(panel, 'Metadata');
  const dialog = await importText(panel, 'a.yaml', 'spot:\n  action: [');
  await expect(dialog.getByRole('alert')).toContainText("a.yaml can't be imported; nothing changed.");
  await expect(dialog.getByRole('alert')).toContainText('line 2');
  await importText(panel, 'b.toml', '[spot]\naction = "junk"');
  await expect(dialog.getByRole('alert')).toContainText('spot.action can\'t be "junk"; allowed: terminate');
  expect((await getAs('127.0.0.1', served, TYPE)).body).toBe('m7g.large');

  await importText(panel, 'c.yaml', 'spot:\n  acton: stop\nmetadata:\n  values:\n    instance-type: chosen');
  await expect(dialog.getByRole('status').filter({ hasText: 'Not understood' })).toContainText(
    'did you mean spot.action?',
  );
  await expect(dialog.getByRole('status').filter({ hasText: 'Besides' })).toContainText('Sec-Fetch-Site');
  expect((await getAs('127.0.0.1', served, TYPE)).body).toBe('m7g.large');
  await takeOver(dialog, 'c.yaml');
  await expect.poll(async () => (await getAs('127.0.0.1', served, TYPE)).body).toBe('chosen');
  await expect(dialog).toHaveCount(0);

  const dropped = await panel.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['metadata.values.instance-type=dropped'], 'aemm-config.properties'));
    return transfer;
  });
  await choose(panel, 'Import a world');
  await panel.getByRole('group', { name: 'Import by dropping' }).dispatchEvent('drop', { dataTransfer: dropped });
  await takeOver(dialog, 'aemm-config.properties');
  await expect.poll(async () => (await getAs('127.0.0.1', served, TYPE)).body).toBe('dropped');
  await expect(dialog).toHaveCount(0);
  const toast = panel.getByRole('alert').filter({ hasText: 'Imported aemm-config.properties' });
  await toast.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await getAs('127.0.0.1', served, TYPE)).body).toBe('chosen');
});

test('what differs from the preset is listed, and leads to the path', async ({ panel, served }) => {
  await openScreen(panel, 'Metadata');
  await setType(panel, served, 'c7g.large');
  await choose(panel, 'Compare with the preset');
  const dialog = panel.getByRole('dialog', { name: 'Compared with preset spot' });
  const row = dialog.getByRole('listitem').filter({ hasText: 'instance-type' });
  await expect(row).toContainText('m7g.large');
  await expect(row).toContainText('c7g.large');

  await dialog.getByRole('button', { name: /instance-identity\/\s*document$/ }).click();
  await expect(panel.getByRole('heading', { name: 'document' })).toBeVisible();
});
