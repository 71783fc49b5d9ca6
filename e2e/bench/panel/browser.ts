// Chromium for the measurements, and the panel in it.

import { type Browser, chromium, type Page } from 'playwright';
import type { Served } from '../../product/serve.ts';
import { findBrowser } from '../../run/browser.ts';
import { isRoot } from '../../run/command.ts';

const SIZE = { width: 1280, height: 800 };

export function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  return chromium.launch({
    args: ['--disable-gpu', ...(isRoot() ? ['--no-sandbox'] : [])],
    ...(executablePath === undefined ? {} : { executablePath }),
  });
}

/** A page with nothing in its cache. */
export async function openPanel(browser: Browser, { control, token }: Served): Promise<Page> {
  const page = await (await browser.newContext({ viewport: SIZE })).newPage();
  await page.goto(`${control}/#token=${encodeURIComponent(token)}`);
  await page.getByRole('button', { name: 'Server: Listening' }).waitFor();
  return page;
}
