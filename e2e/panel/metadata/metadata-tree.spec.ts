// The tree by keyboard, and paths of one's own.

import { expect } from '@playwright/test';
import { getAs, openScreen, test } from '../fixtures.ts';

const ZONE = 'meta-data/placement/availability-zone';

test('the tree is moved in, edited, reset and made to answer 404 by keys', async ({ panel, served }) => {
  await openScreen(panel, 'Metadata');
  const tree = panel.getByRole('tree', { name: 'Metadata' });
  const row = (name: string) => tree.getByRole('treeitem', { name, exact: true });
  await expect(row('placement')).toBeVisible();
  await tree.focus();
  await panel.keyboard.type('placement');
  await expect(row('placement')).toHaveAttribute('aria-selected', 'true');
  await panel.keyboard.press('ArrowLeft');
  await expect(row('placement')).toHaveAttribute('aria-expanded', 'false');
  await panel.keyboard.press('ArrowRight');
  await panel.keyboard.press('ArrowRight');
  await expect(row('availability-zone')).toHaveAttribute('aria-selected', 'true');

  await panel.keyboard.press('F2');
  const value = panel.getByRole('combobox', { name: 'Value', exact: true });
  await expect(value).toBeFocused();
  await value.fill('us-east-1b');
  await value.press('Enter');
  await expect.poll(async () => (await getAs('127.0.0.1', served, ZONE)).body).toBe('us-east-1b');
  await expect(row('availability-zone')).toHaveAccessibleDescription(/changed/);

  await value.press('Escape');
  await expect(tree).toBeFocused();
  await panel.keyboard.press('Shift+Delete');
  await expect.poll(async () => (await getAs('127.0.0.1', served, ZONE)).status).toBe(404);
  await panel.keyboard.press('Delete');
  await expect.poll(() => getAs('127.0.0.1', served, ZONE)).toEqual({ status: 200, body: 'us-east-1a' });
});

test('a path of your own is served, and one that can be none is refused at its field', async ({ panel, served }) => {
  await openScreen(panel, 'Metadata');
  await panel.getByRole('button', { name: 'Add path' }).click();
  const path = panel.getByRole('textbox', { name: 'Path', exact: true });
  await path.fill('meta-data/placement');
  await panel.getByRole('textbox', { name: 'New value' }).fill('here');
  await panel.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(path).toHaveAttribute('aria-invalid', 'true');
  await expect(panel.getByText("is a directory and can't have a value")).toBeVisible();

  await path.fill('/latest/meta-data/mine/note');
  await panel.getByRole('button', { name: 'Add', exact: true }).click();
  await expect.poll(() => getAs('127.0.0.1', served, 'meta-data/mine/note')).toEqual({ status: 200, body: 'here' });
  await expect(panel.getByRole('treeitem', { name: 'note', exact: true })).toHaveAttribute('aria-selected', 'true');
});

test('only what differs, and only what a client read', async ({ panel, served }) => {
  await openScreen(panel, 'Metadata');
  await getAs('127.0.0.1', served, 'meta-data/ami-id');
  await panel.getByRole('button', { name: 'read by a client' }).click();
  const leaves = panel.getByRole('treeitem').and(panel.locator(':not([aria-expanded])'));
  await expect(leaves).toHaveText([/ami-id/]);
  await panel.getByRole('button', { name: 'read by a client' }).click();
  await panel.getByRole('button', { name: /^overridden/ }).click();
  await expect(panel.getByText('No path matches')).toBeVisible();
});
