// The shell: the palette, the key sheet, the keys from screen to screen, what stands on every screen.

import { expect } from '@playwright/test';
import { ask } from '../product/control.ts';
import { getAs, openScreen, test } from './fixtures.ts';

const SCREENS = ['Deck', 'Metadata', 'Events', 'Tokens', 'Clients', 'Settings'];

test('the keys 1 to 6 lead from screen to screen', async ({ panel }) => {
  const rail = panel.getByRole('navigation', { name: 'Screens' });
  for (const [index, name] of SCREENS.entries()) {
    await panel.keyboard.press(`ControlOrMeta+${index + 1}`);
    await expect(rail.getByRole('button', { name })).toHaveAttribute('aria-current', 'page');
  }
});

test('the palette finds a command by its words and runs it, and offers it first the next time', async ({ panel }) => {
  await panel.keyboard.press('ControlOrMeta+k');
  const field = panel.getByRole('combobox', { name: 'Find a command, a path or a client' });
  await expect(field).toBeFocused();
  await field.fill('token expire');
  await expect(panel.getByRole('option')).toHaveText([/Expire all tokens/]);
  await field.press('Enter');
  await expect(field).toBeHidden();
  await expect(panel.getByText('Expired every token issued so far')).toBeVisible();

  await panel.keyboard.press('ControlOrMeta+Shift+P');
  await expect(panel.getByRole('option').first()).toHaveText(/Expire all tokens/);
});

test('the palette jumps to a path and to a client', async ({ panel, served }) => {
  await getAs('127.0.0.7', served, 'meta-data/instance-id');
  await panel.keyboard.press('ControlOrMeta+k');
  const field = panel.getByRole('combobox', { name: 'Find a command, a path or a client' });
  await field.fill('meta-data/ami-id');
  await expect(panel.getByRole('option').first()).toHaveText(/meta-data\/ami-id/);
  await field.press('Enter');
  await expect(panel.getByRole('region', { name: 'Selected path' })).toContainText('ami-id');

  await panel.keyboard.press('ControlOrMeta+k');
  await field.fill('127.0.0.7');
  await field.press('Enter');
  await expect(panel.getByRole('table', { name: 'Clients' })).toBeVisible();
});

test('the question mark shows the keys, but not while somebody types', async ({ panel }) => {
  await openScreen(panel, 'Settings');
  await panel.getByRole('searchbox', { name: 'Search settings' }).fill('what');
  await panel.keyboard.press('?');
  await expect(panel.getByRole('dialog', { name: 'Keys' })).toBeHidden();
  await openScreen(panel, 'Deck');
  await panel.keyboard.press('?');
  await expect(panel.getByRole('dialog', { name: 'Keys' })).toContainText('Interrupt now');
  await panel.keyboard.press('Escape');
  await expect(panel.getByRole('dialog', { name: 'Keys' })).toBeHidden();
});

test('the palette knows presets, rules, options and docs, by other words too', async ({ panel, served }) => {
  const field = panel.getByRole('combobox', { name: 'Find a command, a path or a client' });
  for (const [typed, first] of [
    ['stop', /^Stop: interrupt now/],
    ['hibernate', /^Hibernate: interrupt now/],
    ['docker', /^Point your app here/],
    ['kubernetes preset', /^Apply preset eks-node/],
    ['imdsv2', /^Require a token: IMDSv2 only/],
    ['everyone', /^Notices go to: everyone/],
    ['help', /Help/],
    ['latency', /^Filter requests/],
  ] as const) {
    await panel.keyboard.press('ControlOrMeta+k');
    await field.fill(typed);
    await expect(panel.getByRole('option').first(), typed).toHaveText(first);
    await panel.keyboard.press('Escape');
  }
  await panel.keyboard.press('ControlOrMeta+k');
  await field.fill('imdsv2 only');
  await field.press('Enter');
  await expect.poll(async () => (await getAs('127.0.0.7', served, 'meta-data/instance-id')).status).toBe(401);
});

test('Help has the documents, the keys and what a report needs', async ({ panel }) => {
  await panel.getByRole('button', { name: 'Help' }).click();
  await panel.getByRole('menuitem', { name: 'Docs' }).click();
  const docs = panel.getByRole('dialog', { name: 'Docs' });
  await docs.getByRole('button', { name: 'The control API' }).click();
  await expect(docs.getByRole('article', { name: 'The control API' })).toContainText('/v1/world/compare');
  await panel.keyboard.press('Escape');
  await panel.getByRole('button', { name: 'Help' }).click();
  await panel.getByRole('menuitem', { name: 'Report a problem…' }).click();
  await expect(panel.getByRole('dialog', { name: 'Report a problem' })).toContainText(/Metadeck \d/);
});

test('a slash goes to the filter of a screen, from anywhere on it, and the first stop leads past the rail', async ({
  panel,
  served,
}) => {
  await getAs('127.0.0.7', served, 'meta-data/instance-id');
  await expect(panel.getByRole('grid', { name: 'Requests' })).toBeVisible();
  await panel.keyboard.press('Tab');
  await panel.keyboard.press('Enter');
  await expect(panel.getByRole('grid', { name: 'Requests' })).toBeFocused();
  for (const [screen, field] of [
    ['Deck', panel.getByRole('combobox', { name: 'Filter requests' })],
    ['Metadata', panel.getByRole('textbox', { name: 'Search paths' })],
    ['Settings', panel.getByRole('searchbox', { name: 'Search settings' })],
  ] as const) {
    await openScreen(panel, screen);
    await expect(field).toBeVisible();
    await panel.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await panel.keyboard.press('/');
    await expect(field).toBeFocused();
    await expect(field).toHaveValue('');
  }
});

test('the title and the icon count down while something is under way', async ({ panel, served }) => {
  const icon = panel.locator('link[rel="icon"]');
  await expect(panel).toHaveTitle('Metadeck');
  await expect(icon).toHaveAttribute('href', './icon.svg');
  await ask(served, 'POST', '/v1/events/spot-interruption');
  await expect(panel).toHaveTitle(/^0[12]:\d\d Terminates · Metadeck$/);
  await expect(icon).toHaveAttribute('href', /^data:image\/svg/);
  await ask(served, 'DELETE', '/v1/events');
  await expect(panel).toHaveTitle('Metadeck');
});

test('what is under way is on every screen, with its Cancel', async ({ panel, served }) => {
  await ask(served, 'POST', '/v1/events/spot-interruption');
  const banner = panel.getByRole('region', { name: 'Under way' });
  for (const name of SCREENS) {
    await openScreen(panel, name);
    await expect(banner.getByRole('timer')).toBeVisible();
  }
  await banner.getByRole('button', { name: 'Cancel' }).click();
  await expect(banner).toBeHidden();
});

test('the status pill stops and starts the server', async ({ panel }) => {
  await panel.getByRole('button', { name: 'Server: Listening' }).click();
  await panel.getByRole('menuitem', { name: 'Stop answering' }).click();
  await expect(panel.getByRole('button', { name: 'Server: Stopped' })).toBeVisible();
  await panel.getByRole('banner').getByRole('button', { name: 'Start', exact: true }).click();
  await expect(panel.getByRole('button', { name: 'Server: Listening' })).toBeVisible();
});

test('the rail folds to its icons, keeps its names for those who listen, and stays folded', async ({ panel }) => {
  const rail = panel.getByRole('navigation', { name: 'Screens' });
  await panel.getByRole('button', { name: 'Names in the rail' }).click();
  await expect(rail.getByText('Metadata', { exact: true })).toBeHidden();
  await panel.reload();
  await expect(rail.getByText('Metadata', { exact: true })).toBeHidden();
  await expect(rail.getByRole('button', { name: 'Metadata' })).toBeVisible();
});

test('a lost connection is said after a second, and what was shown stays readable', async ({ panel, served }) => {
  await getAs('127.0.0.7', served, 'meta-data/instance-id');
  await openScreen(panel, 'Clients');
  await expect(panel.getByRole('rowheader', { name: '127.0.0.7' })).toBeVisible();
  await served.stop();
  await expect(panel.getByRole('status', { name: 'Connection' })).toContainText('Connection lost');
  await expect(panel.getByRole('button', { name: 'Server: Lost connection' })).toBeVisible();
  await expect(panel.getByRole('rowheader', { name: '127.0.0.7' })).toBeVisible();
});
