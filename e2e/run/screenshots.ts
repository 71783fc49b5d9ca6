// `npm run screenshots`: pictures of the real panel, into the folder screenshots.

import { getBrowser } from './browser.ts';
import { runShown } from './command.ts';
import { build } from './playwright.ts';

async function screenshots(): Promise<boolean> {
  if (!(await build())) return false;
  const browser = await getBrowser();
  if ('executable' in browser) {
    const args = ['test', '--project=screenshots', ...process.argv.slice(2)];
    return runShown('playwright', args, { METADECK_CHROMIUM: browser.executable });
  }
  console.error(browser.missing);
  return false;
}

process.exitCode = (await screenshots()) ? 0 : 1;
