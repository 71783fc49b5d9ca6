// Pictures of every screen, in every theme and in two sizes, into the folder screenshots; and the README's.

import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { addressOf, logRows, openScreen, test as base } from '../panel/fixtures.ts';
import type { Served } from '../product/serve.ts';
import { REPOSITORY } from '../run/command.ts';
import { crowd } from './busy.ts';
import { enliven } from './lively.ts';

const FOLDER = path.join(REPOSITORY, 'screenshots');
const DOCS = path.join(REPOSITORY, 'docs');

const THEMES = ['light', 'dark', 'high-contrast'];
const README_SIZE = { width: 1280, height: 800 };
const SIZES = [README_SIZE, { width: 1000, height: 700 }];

/** What is to be seen before the picture is taken. */
const SCREENS: { name: string; prepare: (panel: Page) => Promise<void> }[] = [
  { name: 'deck', prepare: openReason },
  { name: 'metadata', prepare: openChangedPath },
  { name: 'events', prepare: openEvents },
  { name: 'tokens', prepare: (panel) => openTable(panel, 'Tokens') },
  { name: 'clients', prepare: (panel) => openTable(panel, 'Clients') },
  { name: 'settings', prepare: openSettings },
  { name: 'palette', prepare: openPalette },
  { name: 'keys', prepare: openKeys },
  { name: 'preset', prepare: openPreset },
];

/** The Deck with the first reading of the notice selected. */
async function openReason(panel: Page): Promise<void> {
  await logRows(panel).filter({ hasText: 'instance-action' }).filter({ hasText: 'interruption' }).first().click();
  const detail = panel.getByRole('region', { name: 'Request detail' });
  await expect(detail.getByRole('group', { name: 'Why' })).toContainText('place 1 of 2');
}

/** A changed value, and another one written over it. */
async function openChangedPath(panel: Page): Promise<void> {
  await openScreen(panel, 'Metadata');
  await panel.getByRole('treeitem', { name: 'instance-type', exact: true }).click();
  const value = panel.getByRole('combobox', { name: 'Value', exact: true });
  await expect(value).toHaveValue('c7g.large');
  await value.fill('m7i.large');
  await expect(panel.getByRole('region', { name: 'Also changes' })).toBeVisible();
}

async function openEvents(panel: Page): Promise<void> {
  await openScreen(panel, 'Events');
  await expect(panel.getByRole('table', { name: 'Events fired' })).toBeVisible();
}

async function openSettings(panel: Page): Promise<void> {
  await openScreen(panel, 'Settings');
  await expect(panel.getByRole('group', { name: 'HttpTokens', exact: true })).toBeVisible();
}

async function openPalette(panel: Page): Promise<void> {
  await panel.keyboard.press('ControlOrMeta+k');
  await expect(panel.getByRole('option').first()).toBeVisible();
}

async function openKeys(panel: Page): Promise<void> {
  await panel.keyboard.press('?');
  await expect(panel.getByRole('dialog', { name: 'Keys' })).toBeVisible();
}

/** What another preset would change, before it does. */
async function openPreset(panel: Page): Promise<void> {
  await openScreen(panel, 'Metadata');
  await panel.getByRole('button', { name: 'Presets' }).click();
  await panel.getByRole('menuitem', { name: 'eks' }).click();
  await expect(panel.getByRole('dialog')).toContainText('would change');
}

async function openTable(panel: Page, name: string): Promise<void> {
  await openScreen(panel, name);
  await expect(panel.getByRole('table', { name }).getByRole('row').nth(1)).toBeVisible();
}

const test = base.extend<{ lively: Served }>({
  lively: async ({ served }, provide) => {
    await enliven(served);
    await provide(served);
  },
});

for (const theme of THEMES) {
  for (const viewport of SIZES) {
    test.describe(`${theme}, ${viewport.width} wide`, () => {
      test.use({ viewport });

      const picture = (name: string): string => path.join(FOLDER, `${name}-${theme}-${viewport.width}.png`);

      test.beforeEach(async ({ page }) => {
        await page.addInitScript((chosen) => {
          localStorage.setItem('metadeck.appearance', JSON.stringify({ theme: chosen }));
        }, theme);
      });

      test('start', async ({ panel }) => {
        await expect(panel.getByRole('region', { name: 'Point your app here' })).toBeVisible();
        await panel.screenshot({ path: picture('start') });
      });

      test('crowd', async ({ served, panel }) => {
        await crowd(served);
        await expect(panel.getByRole('region', { name: 'Spot interruption' })).toContainText('Action in');
        await panel.mouse.move(0, 0);
        await panel.screenshot({ path: picture('crowd'), animations: 'disabled' });
        await openEvents(panel);
        await panel.mouse.move(0, 0);
        await panel.screenshot({ path: picture('crowd-events'), animations: 'disabled' });
        await openTable(panel, 'Clients');
        await panel.mouse.move(0, 0);
        await panel.screenshot({ path: picture('crowd-clients'), animations: 'disabled' });
      });

      for (const { name, prepare } of SCREENS) {
        test(name, async ({ lively, page }) => {
          await page.goto(addressOf(lively));
          await expect(page.getByRole('button', { name: 'Server: Listening' })).toBeVisible();
          await prepare(page);
          // Toasts and hovers are no part of a screen.
          await page.mouse.move(0, 0);
          await page.screenshot({ path: picture(name), animations: 'disabled' });
        });
      }
    });
  }
}

const FOR_README = SCREENS.filter(({ name }) => ['deck', 'metadata', 'events'].includes(name));

test.describe('for the README', () => {
  test.use({ viewport: README_SIZE, contextOptions: { reducedMotion: 'reduce' } });

  for (const { name, prepare } of FOR_README) {
    test(name, async ({ lively, page }) => {
      await page.goto(addressOf(lively));
      await prepare(page);
      await page.mouse.move(0, 0);
      await page.screenshot({ path: path.join(DOCS, `${name}.png`), animations: 'disabled' });
    });
  }
});
