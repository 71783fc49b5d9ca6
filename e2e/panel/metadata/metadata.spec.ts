// Metadata is edited in place, and clients get it at once.

import { expect, type Locator, type Page } from '@playwright/test';
import { getAs, openScreen, test } from '../fixtures.ts';

const ZONE = 'meta-data/placement/availability-zone';
const DOCUMENT = 'dynamic/instance-identity/document';

/** Looks the zone's path up, as a person would, and answers its field. */
async function openZone(panel: Page): Promise<Locator> {
  await openScreen(panel, 'Metadata');
  await panel.getByRole('textbox', { name: 'Search paths' }).fill('availability-zone');
  await panel.getByRole('treeitem', { name: 'availability-zone', exact: true }).click();
  return panel.getByRole('combobox', { name: 'Value', exact: true });
}

test('an edit changes what clients get, with all that follows from it, and reset takes it back', async ({
  panel,
  served,
}) => {
  const value = await openZone(panel);
  await expect(value).toHaveValue('us-east-1a');

  await value.fill('us-east-1b');
  const would = panel.getByRole('region', { name: 'Also changes' });
  await expect(would.getByRole('listitem').filter({ hasText: 'availability-zone-id' })).toContainText('use1-az6');
  expect(await getAs('127.0.0.1', served, ZONE)).toEqual({ status: 200, body: 'us-east-1a' });
  await value.press('Enter');

  await expect.poll(() => getAs('127.0.0.1', served, ZONE)).toEqual({ status: 200, body: 'us-east-1b' });
  expect((await getAs('127.0.0.1', served, DOCUMENT)).body).toContain('"us-east-1b"');
  await expect(would).toHaveCount(0);
  await expect(panel.getByRole('region', { name: 'Also changed' })).toContainText('instance-identity/document');

  await panel.getByRole('button', { name: 'Reset', exact: true }).click();
  await expect.poll(() => getAs('127.0.0.1', served, ZONE)).toEqual({ status: 200, body: 'us-east-1a' });
  await expect(value).toHaveValue('us-east-1a');
});

test('what contradicts another fact is refused at the field, and the old value stays', async ({ panel, served }) => {
  const value = await openZone(panel);
  await value.fill('eu-west-1b');
  await value.press('Enter');

  await expect(panel.getByRole('region', { name: 'Selected path' }).getByRole('alert')).toContainText(
    'not a zone of us-east-1',
  );
  expect((await getAs('127.0.0.1', served, ZONE)).body).toBe('us-east-1a');
});

test('a draft that would be refused says so at the field, and leaving it serves nothing', async ({ panel, served }) => {
  const value = await openZone(panel);
  await value.fill('us-east-1b');
  const would = panel.getByRole('region', { name: 'Also changes' });
  await expect(would).toBeVisible();
  await value.fill('eu-west-1b');
  const problem = panel.getByRole('region', { name: 'Selected path' }).getByRole('alert');
  await expect(problem).toContainText('not a zone of us-east-1');
  await expect(value).toHaveAttribute('aria-invalid', 'true');
  await expect(would).toHaveCount(0);

  await value.blur();
  await expect(value).toHaveValue('eu-west-1b');
  expect((await getAs('127.0.0.1', served, ZONE)).body).toBe('us-east-1a');
  await value.press('Escape');
  await expect(problem).toHaveCount(0);
  await expect(value).toHaveValue('us-east-1a');
});

test('a MAC address moves its directory: the first few paths are shown, and all of them when asked for', async ({
  panel,
  served,
}) => {
  await openScreen(panel, 'Metadata');
  await panel.getByRole('treeitem', { name: 'mac', exact: true }).click();
  const value = panel.getByRole('textbox', { name: 'Value', exact: true });
  await value.fill('02:00:00:00:00:01');
  const would = panel.getByRole('region', { name: 'Also changes' });
  await expect(would.getByRole('listitem')).toHaveCount(5);

  await value.press('Tab');
  const more = would.getByRole('button', { name: /^and \d+ more$/ });
  await expect(more).toBeFocused();
  const left = Number(/\d+/.exec((await more.textContent()) ?? '')?.[0]);
  await more.press('Enter');
  await expect(would.getByRole('listitem')).toHaveCount(5 + left);
  await expect(would.getByTitle('meta-data/network/interfaces/macs/02:00:00:00:00:01/device-number')).toBeVisible();
  expect((await getAs('127.0.0.1', served, 'meta-data/mac')).body).toBe('0e:49:61:0f:c3:11');

  await value.press('Enter');
  await expect.poll(async () => (await getAs('127.0.0.1', served, 'meta-data/mac')).body).toBe('02:00:00:00:00:01');
  await expect(would).toHaveCount(0);
  await expect(panel.getByRole('region', { name: 'Also changed' })).toBeVisible();
});

test('with only this path ticked, nothing else changes', async ({ panel, served }) => {
  const value = await openZone(panel);
  await value.fill('us-east-1b');
  const would = panel.getByRole('region', { name: 'Also changes' });
  await expect(would).toBeVisible();
  await panel.getByRole('checkbox', { name: 'Only this path' }).click();
  await expect(would).toHaveCount(0);
  expect((await getAs('127.0.0.1', served, ZONE)).body).toBe('us-east-1a');

  await value.press('Enter');
  await expect.poll(async () => (await getAs('127.0.0.1', served, ZONE)).body).toBe('us-east-1b');
  expect((await getAs('127.0.0.1', served, DOCUMENT)).body).toContain('"us-east-1a"');
});

test('a path can be made to answer 404', async ({ panel, served }) => {
  await openScreen(panel, 'Metadata');
  await panel.getByRole('textbox', { name: 'Search paths' }).fill('ami-id');
  await panel.getByRole('treeitem', { name: 'ami-id', exact: true }).click();
  await panel.getByRole('checkbox', { name: 'Answer 404 for this path' }).check();
  await expect.poll(async () => (await getAs('127.0.0.1', served, 'meta-data/ami-id')).status).toBe(404);
  expect((await getAs('127.0.0.1', served, 'meta-data/')).body.split('\n')).not.toContain('ami-id');
});

test('a preset is applied after its changes were shown, and undone', async ({ panel, served }) => {
  await openScreen(panel, 'Metadata');
  await panel.getByRole('button', { name: 'Presets' }).click();
  await panel.getByRole('menuitem', { name: 'Apply bare' }).click();
  const dialog = panel.getByRole('dialog', { name: 'Apply preset bare' });
  await expect(dialog).toContainText('instance-type');
  await expect(dialog).toContainText('m7g.large');
  await expect(dialog).toContainText('t3.micro');
  await expect(dialog).toContainText('instanceMetadataTags');
  expect((await getAs('127.0.0.1', served, 'meta-data/instance-type')).body).toBe('m7g.large');

  await dialog.getByRole('button', { name: 'Apply bare' }).click();
  await expect.poll(async () => (await getAs('127.0.0.1', served, 'meta-data/instance-type')).body).toBe('t3.micro');
  await expect(panel.getByText('Preset: bare')).toBeVisible();

  await panel.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect.poll(async () => (await getAs('127.0.0.1', served, 'meta-data/instance-type')).body).toBe('m7g.large');
});
