// For each test a `metadeck serve` of its own, and the panel of it in a browser.

import { request as httpRequest } from 'node:http';
import { expect, type Page, test as base } from '@playwright/test';
import { type Served, startServe } from '../product/serve.ts';

type Fixtures = {
  /** A run on free ports, with a folder for its socket that no other test looks at. */
  served: Served;
  /** The panel of it, opened at the address that Metadeck prints. */
  panel: Page;
};

export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern
  served: async ({}, provide) => {
    const served = await startServe();
    await provide(served);
    await served.stop();
  },
  panel: async ({ page, served }, provide) => {
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(addressOf(served));
    await expect(page.getByRole('button', { name: 'Server: Listening' })).toBeVisible();
    await provide(page);
    expect(problems, 'errors of the page').toEqual([]);
  },
});

export function addressOf({ control, token }: Served): string {
  return `${control}/#token=${encodeURIComponent(token)}`;
}

export type Got = { status: number; body: string };

/** One GET as a client of that address makes it: every loopback address is a client of its own. */
export function getAs(client: string, { endpoint }: Pick<Served, 'endpoint'>, path: string): Promise<Got> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest(`${endpoint}/latest/${path}`, { localAddress: client, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (piece: string) => (body += piece));
      response.once('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    asked.once('error', reject);
    asked.end();
  });
}

/** The rows of the log, without its head. */
export function logRows(panel: Page): ReturnType<Page['getByRole']> {
  return panel.getByRole('grid', { name: 'Requests' }).getByRole('rowgroup').getByRole('row');
}

/** Opens a screen from the rail. */
export async function openScreen(panel: Page, name: string): Promise<void> {
  await panel.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name }).click();
}
