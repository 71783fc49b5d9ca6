// 360 pixels wide, and 1280 by 800 at 200 %: nothing is cut, everything is within reach.

import { expect } from '@playwright/test';
import { enliven } from '../pictures/lively.ts';
import { openScreen, test } from './fixtures.ts';

const SCREENS = ['Deck', 'Metadata', 'Events', 'Tokens', 'Clients', 'Settings'];
const SIZES = [
  { width: 360, height: 700 },
  { width: 640, height: 400 },
];

for (const viewport of SIZES) {
  test.describe(`${viewport.width} wide`, () => {
    test.use({ viewport });

    test('no screen is wider than the window', async ({ panel, served }) => {
      await enliven(served);
      for (const name of SCREENS) {
        await openScreen(panel, name);
        const wider = await panel.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wider, name).toBeLessThanOrEqual(0);
        const main = await panel.getByRole('main').boundingBox();
        expect((main?.x ?? 0) + (main?.width ?? 0), name).toBeLessThanOrEqual(viewport.width);
        expect(main?.height, name).toBeGreaterThan(150);
      }
    });

    test('a value of the metadata is whole, beside or below the tree', async ({ panel }) => {
      await openScreen(panel, 'Metadata');
      await panel.getByRole('treeitem', { name: 'instance-id' }).click();
      const value = panel.getByRole('textbox', { name: 'Value' });
      await expect(value).toHaveValue(/^i-/);
      expect(await value.evaluate((field) => field.scrollWidth - field.clientWidth), 'pixels cut').toBe(0);
      await expect(panel.getByRole('heading', { name: 'instance-id' })).toBeInViewport();
      expect((await panel.getByRole('tree').boundingBox())?.height).toBeGreaterThan(100);
    });
  });
}
