// axe finds nothing: every screen, in every theme, with and without life in it, and what lies over the screens.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Locator, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { enliven } from '../pictures/lively.ts';
import { ask } from '../product/control.ts';
import { logRows, openScreen, test } from './fixtures.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SCREENS = ['Deck', 'Metadata', 'Events', 'Tokens', 'Clients', 'Settings'];
const THEMES = ['light', 'dark', 'high-contrast'];
/** Everything that axe runs by itself, and the size of targets, which it leaves out. */
const OPTIONS = { rules: { 'target-size': { enabled: true } } };

type AxeWindow = { axe: { run: (options: object) => Promise<AxeResults> } };

/** What axe finds, a line each; the policy of the page does not hold for what the test itself evaluates. */
async function problems(panel: Page, where: string): Promise<string[]> {
  // A tooltip under the mouse is no part of a screen.
  await panel.mouse.move(0, 0);
  await expect(panel.getByRole('tooltip')).toHaveCount(0);
  await panel.evaluate(AXE);
  const { violations } = await panel.evaluate((options) => (window as unknown as AxeWindow).axe.run(options), OPTIONS);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any }) => `${where}: ${id} (${help}) ${target.join(' ')} ${any[0]?.message ?? ''}`),
  );
}

/** Opens each screen and waits until it shows something of its own. */
async function problemsOfScreens(panel: Page, state: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of SCREENS) {
    await openScreen(panel, name);
    await expect(panel.getByRole('main').getByRole('heading', { level: 1 }).first()).toHaveText(name);
    found.push(...(await problems(panel, `${name}, ${state}`)));
  }
  return found;
}

// High enough that nothing lies below the line that sticks to the bottom.
test.use({ viewport: { width: 1280, height: 1000 } });

for (const theme of THEMES) {
  test.describe(theme, () => {
    test.setTimeout(180_000);

    test.beforeEach(async ({ page }) => {
      await page.addInitScript((chosen) => {
        localStorage.setItem('metadeck.appearance', JSON.stringify({ theme: chosen }));
      }, theme);
    });

    test('before the first request', async ({ panel }) => {
      expect(await problemsOfScreens(panel, 'idle')).toEqual([]);
    });

    test('with clients and events', async ({ panel, served }) => {
      await enliven(served);
      await logRows(panel).filter({ hasText: 'instance-action' }).first().click();
      expect(await problemsOfScreens(panel, 'lively')).toEqual([]);
    });
  });
}

type Box = { x: number; y: number; width: number; height: number };

async function boxOf(part: Locator): Promise<Box> {
  const box = await part.boundingBox();
  if (box === null) throw new Error('It is not to be seen.');
  return box;
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

test('a message, which covers neither the footer nor a button', async ({ panel, served, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await enliven(served);
  await logRows(panel).filter({ hasText: 'instance-action' }).first().click();
  const detail = panel.getByRole('region', { name: 'Request detail' });
  await detail.getByRole('button', { name: 'copy', exact: true }).click();
  const toast = panel.getByRole('alert').filter({ hasText: 'Body copied' });
  await expect(toast).toBeVisible();
  const box = await boxOf(toast);
  expect(overlap(box, await boxOf(panel.getByRole('contentinfo')))).toBe(false);
  for (const button of await detail.getByRole('button').all())
    expect(overlap(box, await boxOf(button)), (await button.textContent()) ?? '').toBe(false);
  expect(await problems(panel, 'a message')).toEqual([]);
});

test('what lies over a screen, and a server that has stopped', async ({ panel, served }) => {
  await enliven(served);
  await panel.keyboard.press('ControlOrMeta+k');
  await expect(panel.getByRole('option').first()).toBeVisible();
  const found = await problems(panel, 'palette');
  await panel.keyboard.press('Escape');
  await expect(panel.getByRole('dialog')).toHaveCount(0);
  await panel.keyboard.press('?');
  await expect(panel.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  found.push(...(await problems(panel, 'keys')));
  await panel.keyboard.press('Escape');
  await openScreen(panel, 'Metadata');
  await panel.getByRole('textbox', { name: 'Search paths' }).fill('type');
  await expect(panel.getByRole('treeitem', { name: 'instance-type', exact: true })).toBeVisible();
  found.push(...(await problems(panel, 'a search in the tree')));
  await ask(served, 'POST', '/v1/server/stop');
  await expect(panel.getByRole('button', { name: 'Server: Stopped' })).toBeVisible();
  await openScreen(panel, 'Clients');
  await panel.getByRole('button', { name: '127.0.0.7', exact: true }).click();
  await expect(panel.getByRole('complementary', { name: 'Client 127.0.0.7' })).toBeVisible();
  found.push(...(await problems(panel, 'stopped, a client open')));
  expect(found).toEqual([]);
});

test('a value that is written, and the form of the role', async ({ panel }) => {
  await openScreen(panel, 'Metadata');
  await panel.getByRole('treeitem', { name: 'mac', exact: true }).click();
  const value = panel.getByRole('textbox', { name: 'Value', exact: true });
  await value.fill('02:00:00:00:00:01');
  await expect(panel.getByRole('region', { name: 'Also changes' })).toBeVisible();
  const found = await problems(panel, 'a draft');
  await value.press('Escape');
  await panel.getByRole('textbox', { name: 'Search paths' }).fill('security-credentials/metadeck-role');
  await panel.getByRole('treeitem', { name: 'metadeck-role', exact: true }).click();
  const form = panel.getByRole('region', { name: 'Credentials of the role' });
  await form.getByRole('radio', { name: 'given by hand' }).check({ force: true });
  await form.getByRole('button', { name: 'Serve these' }).click();
  await expect(form.getByRole('alert').first()).toBeVisible();
  found.push(...(await problems(panel, 'credentials by hand')));
  await form.getByRole('radio', { name: 'failing' }).check({ force: true });
  await expect(form.getByRole('textbox', { name: 'Code' })).toBeVisible();
  found.push(...(await problems(panel, 'failing credentials')));
  expect(found).toEqual([]);
});
