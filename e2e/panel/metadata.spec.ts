// Metadata is edited in place, and clients get it at once.

import { expect } from '@playwright/test';
import { getAs, openScreen, test } from './fixtures.ts';

const ZONE = 'meta-data/placement/availability-zone';
const DOCUMENT = 'dynamic/instance-identity/document';

test('an edit changes what clients get, with all that follows from it, and reset takes it back', async ({
  panel,
  served,
}) => {
  await openScreen(panel, 'Metadata');
  await panel.getByRole('textbox', { name: 'Search paths' }).fill('availability-zone');
  await panel.getByRole('treeitem', { name: 'availability-zone', exact: true }).click();
  const value = panel.getByRole('textbox', { name: 'Value', exact: true });
  await expect(value).toHaveValue('us-east-1a');

  await value.fill('us-east-1b');
  await value.press('Enter');

  await expect.poll(() => getAs('127.0.0.1', served, ZONE)).toEqual({ status: 200, body: 'us-east-1b' });
  expect((await getAs('127.0.0.1', served, DOCUMENT)).body).toContain('"us-east-1b"');
  await expect(panel.getByRole('region', { name: 'Also changes' })).toContainText('instance-identity/document');

  await panel.getByRole('button', { name: 'Reset', exact: true }).click();
  await expect.poll(() => getAs('127.0.0.1', served, ZONE)).toEqual({ status: 200, body: 'us-east-1a' });
  await expect(value).toHaveValue('us-east-1a');
});

test('what contradicts another fact is refused at the field, and the old value stays', async ({ panel, served }) => {
  await openScreen(panel, 'Metadata');
  await panel.getByRole('textbox', { name: 'Search paths' }).fill('availability-zone');
  await panel.getByRole('treeitem', { name: 'availability-zone', exact: true }).click();
  const value = panel.getByRole('textbox', { name: 'Value', exact: true });
  await value.fill('eu-west-1b');
  await value.press('Enter');

  await expect(panel.getByRole('region', { name: 'Selected path' }).getByRole('alert')).toContainText(
    'not a zone of us-east-1',
  );
  expect((await getAs('127.0.0.1', served, ZONE)).body).toBe('us-east-1a');
});

test('a path can be made to answer 404', async ({ panel, served }) => {
  await openScreen(panel, 'Metadata');
  await panel.getByRole('textbox', { name: 'Search paths' }).fill('ami-id');
  await panel.getByRole('treeitem', { name: 'ami-id', exact: true }).click();
  await panel.getByRole('checkbox', { name: 'Answer 404 for this path' }).check();
  await expect.poll(async () => (await getAs('127.0.0.1', served, 'meta-data/ami-id')).status).toBe(404);
  expect((await getAs('127.0.0.1', served, 'meta-data/')).body.split('\n')).not.toContain('ami-id');
});
