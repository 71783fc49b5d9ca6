// What the first look at the panel costs: the time to its first paint, and the bytes of what it needs for that.

import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright';
import type { Served } from '../../product/serve.ts';
import { median } from '../numbers.ts';
import { openPanel } from './browser.ts';
import { atMost, type Row } from '../row.ts';

const ROUNDS = 5;
const MOST_PAINT_MS = 1000;
const MOST_KB = 350;

export async function measureFirstLoad(browser: Browser, served: Served): Promise<Row[]> {
  const paints: number[] = [];
  let bytes = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const page = await openPanel(browser, served);
    await page.getByRole('region', { name: 'Point your app here' }).waitFor();
    paints.push(await firstPaint(page));
    bytes = await bytesLoaded(page);
    await page.context().close();
  }
  return [
    atMost(`first paint, median of ${ROUNDS} without a cache`, median(paints), MOST_PAINT_MS, 'ms'),
    atMost('first load: page, scripts, styles and fonts, gzipped', bytes / 1000, MOST_KB, 'kB'),
  ];
}

function firstPaint(page: Page): Promise<number> {
  return page.evaluate<number>("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN");
}

/** Everything that the page fetched but for control calls, as gzip would carry it; fonts are compressed already. */
async function bytesLoaded(page: Page): Promise<number> {
  const fetched = await page.evaluate<string[]>("performance.getEntriesByType('resource').map((one) => one.name)");
  const files = [page.url().split('#')[0] ?? '', ...fetched].filter((url) => !new URL(url).pathname.startsWith('/v1/'));
  const sizes = await Promise.all([...new Set(files)].map(sizeOf));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function sizeOf(url: string): Promise<number> {
  const content = Buffer.from(await (await fetch(url)).arrayBuffer());
  return url.endsWith('.woff2') ? content.length : gzipSync(content).length;
}
