// `npm run bench:panel`: the panel in a real Chromium in front of a busy server, beside its goals. Run `npm run build` first.

import { existsSync } from 'node:fs';
import { CLI, startServe } from '../product/serve.ts';
import { measureFilter } from './panel/filter.ts';
import { measureFirstLoad } from './panel/first-load.ts';
import { measureUnderLoad } from './panel/under-load.ts';
import { openBrowser } from './panel/browser.ts';
import { type Row, table } from './row.ts';

/** A missed goal is told, not failed: times are no test. */
async function benchPanel(): Promise<Row[]> {
  const served = await startServe();
  const browser = await openBrowser();
  try {
    const first = await measureFirstLoad(browser, served);
    console.log('Measuring a minute of 1,000 requests a second.');
    const { rows, page } = await measureUnderLoad(browser, served);
    return [...first, ...rows, ...(await measureFilter(page))];
  } finally {
    await browser.close();
    await served.stop();
  }
}

if (!existsSync(CLI)) throw new Error('Metadeck is not built; run "npm run build" first.');
console.log(`\n${table(await benchPanel())}`);
