// Types, Regions and zones are chosen from a list, tags are added where they are, and a whole path is what it is.

import { expect, type Page } from '@playwright/test';
import { getAs, openScreen, test } from '../fixtures.ts';

const CLIENT = '127.0.0.1';
const TYPE = 'meta-data/instance-type';
const ZONE = 'meta-data/placement/availability-zone';
const TEAM = 'meta-data/tags/instance/Team';

async function openPath(panel: Page, path: string) {
  await openScreen(panel, 'Metadata');
  await panel.getByRole('textbox', { name: 'Search paths' }).fill(path);
  await panel
    .getByRole('treeitem', { name: path.slice(path.lastIndexOf('/') + 1), exact: true })
    .first()
    .click();
  return panel.getByRole('combobox', { name: 'Value', exact: true });
}

/** The tree says what is served once the panel has heard of it. */
async function isShown(panel: Page, type: string): Promise<void> {
  const row = panel.getByRole('treeitem', { name: 'instance-type', exact: true });
  await expect(row.locator('[data-text]')).toHaveAttribute('data-text', type);
}

test('an instance type is chosen by the pointer, by keys, or written', async ({ panel, served }) => {
  const value = await openPath(panel, TYPE);
  await value.click();
  const list = panel.getByRole('listbox', { name: 'To choose from' });
  await expect(list.getByRole('option').first()).toHaveText('m7g.medium');
  await list.getByRole('option', { name: 'm7g.xlarge', exact: true }).click();
  await isShown(panel, 'm7g.xlarge');
  expect(await getAs(CLIENT, served, TYPE)).toEqual({ status: 200, body: 'm7g.xlarge' });
  await expect(list).toBeHidden();

  await value.fill('c7g.');
  await expect(list.getByRole('option').first()).toHaveText('c7g.medium');
  await value.press('ArrowDown');
  await value.press('ArrowDown');
  await value.press('Enter');
  await isShown(panel, 'c7g.large');
  expect(await getAs(CLIENT, served, TYPE)).toEqual({ status: 200, body: 'c7g.large' });

  await value.fill('c7g.1000xlarge');
  await value.press('Enter');
  await isShown(panel, 'c7g.1000xlarge');
  expect(await getAs(CLIENT, served, TYPE)).toEqual({ status: 200, body: 'c7g.1000xlarge' });
  await value.fill('t3');
  await value.press('Escape');
  await expect(list).toBeHidden();
  await expect(value).toHaveValue('c7g.1000xlarge');
});

test('zones are those of the Region, with their ids', async ({ panel, served }) => {
  const region = await openPath(panel, 'meta-data/placement/region');
  await region.fill('eusc');
  await panel.getByRole('option', { name: 'eusc-de-east-1' }).click();
  const domain = 'meta-data/services/domain';
  await expect.poll(() => getAs(CLIENT, served, domain)).toEqual({ status: 200, body: 'amazonaws.eu' });
  const zone = await openPath(panel, ZONE);
  await zone.click();
  await expect(panel.getByRole('option')).toHaveText([
    'eusc-de-east-1a euscde1-az1',
    'eusc-de-east-1b euscde1-az2',
    'eusc-de-east-1c euscde1-az3',
  ]);
  await zone.fill('us-east-1a');
  await expect(panel.getByRole('alert')).toContainText('us-east-1a is not a zone of eusc-de-east-1, which has');
});

test('a tag is added where the tags are', async ({ panel, served }) => {
  await openScreen(panel, 'Metadata');
  await panel.getByRole('treeitem', { name: 'instance', exact: true }).click();
  await panel.getByRole('button', { name: 'Add tag' }).click();
  const form = panel.getByRole('dialog', { name: 'Add tag' });
  await form.getByRole('textbox', { name: 'Key' }).fill('a b');
  await form.getByRole('textbox', { name: 'Tag value' }).fill('payments');
  await form.getByRole('button', { name: 'Add tag' }).click();
  await expect(form.getByRole('textbox', { name: 'Key' })).toHaveAccessibleDescription(/A tag key has up to 255/);
  await form.getByRole('textbox', { name: 'Key' }).fill('Team');
  await form.getByRole('button', { name: 'Add tag' }).click();
  await expect.poll(() => getAs(CLIENT, served, TEAM)).toEqual({ status: 200, body: 'payments' });
  await expect(panel.getByRole('treeitem', { name: 'Team', exact: true })).toHaveAttribute('aria-selected', 'true');

  await panel.getByRole('checkbox', { name: 'Answer 404 for this path' }).check();
  await expect.poll(async () => (await getAs(CLIENT, served, TEAM)).status).toBe(404);
  await expect(panel.getByRole('treeitem', { name: 'Team', exact: true })).toHaveCount(0);
});

test('a whole path behind the selected directory is what it is, and is said before it is made', async ({
  panel,
  served,
}) => {
  await openPath(panel, ZONE);
  await panel.getByRole('button', { name: 'Add path' }).click();
  const path = panel.getByRole('textbox', { name: 'Path', exact: true });
  await expect(path).toHaveValue('meta-data/placement/');
  await path.press('End');
  await path.pressSequentially(TEAM);
  await expect(panel.getByRole('status').filter({ hasText: 'The tag Team' })).toHaveText(
    `The tag Team, a fact: /latest/${TEAM}`,
  );
  await panel.getByRole('button', { name: 'Add', exact: true }).click();
  await expect.poll(() => getAs(CLIENT, served, TEAM)).toEqual({ status: 200, body: '' });
  await expect(panel.getByRole('treeitem', { name: 'Team', exact: true })).toHaveAttribute('aria-selected', 'true');

  await panel.getByRole('button', { name: 'Add path' }).click();
  await path.fill('meta-data/placement/rack');
  await expect(panel.getByRole('status').filter({ hasText: 'A path of your own' })).toBeVisible();
});
