// `npm run test:e2e`: the built product and its panel in a real Chromium.

import { getBrowser } from './browser.ts';
import { failedPart, skippedPart, type Outcome } from './outcome.ts';
import { build, runProject } from './playwright.ts';
import { runPart } from './report.ts';

async function panel(): Promise<Outcome> {
  if (!(await build())) return failedPart('e2e', 'the build failed');
  const browser = await getBrowser();
  if ('missing' in browser) return skippedPart('e2e', browser.missing);
  return runProject({ part: 'e2e', project: 'panel', env: { METADECK_CHROMIUM: browser.executable } });
}

await runPart('e2e', panel);
