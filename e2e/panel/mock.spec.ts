// The panel of a running ec2-metadata-mock, as `metadeck panel` opens it.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { CLI, end, firstLine } from '../product/serve.ts';
import { freePort, listening, start, stop } from '../mock/run.ts';
import { getAs, logRows, openScreen } from './fixtures.ts';

const MOCK = path.join(path.dirname(CLI), 'ec2-metadata-mock.cjs');

test('shows its requests, who saw the notice, and who holds the places', async ({ page }) => {
  const home = mkdtempSync(path.join(tmpdir(), 'metadeck-e2e-'));
  const env = { HOME: home, METADECK_RUN_DIR: home };
  const port = await freePort();
  const run = start(MOCK, ['--mock-ip-count', '1', '--port', String(port)], env, port);
  let panel: ChildProcess | null = null;
  try {
    await listening(run);
    panel = spawn(process.execPath, [CLI, 'panel', '--json'], { env: { ...env, PATH: process.env.PATH } });
    const opened = JSON.parse(await firstLine(panel)) as { panel: string };
    const endpoint = `http://127.0.0.1:${port}`;
    const notice = (client: string) => getAs(client, { endpoint }, 'meta-data/spot/instance-action');
    expect([(await notice('127.0.0.11')).status, (await notice('127.0.0.12')).status]).toEqual([200, 404]);

    await page.goto(opened.panel);
    await expect(logRows(page).filter({ hasText: '127.0.0.12' })).toContainText('404');
    await expect(logRows(page).filter({ hasText: '127.0.0.11' })).toContainText('200');
    await openScreen(page, 'Events');
    const places = page.getByRole('region', { name: 'Interruption and rebalance notices' });
    await expect(places).toContainText('1 of 1 place');
    await expect(
      places.getByRole('button', { name: 'give the place of 127.0.0.11 to 127.0.0.12, spot notices' }),
    ).toBeVisible();
    await expect(places.getByRole('listitem').filter({ hasText: /^127\.0\.0\.11/ })).toContainText('place');
  } finally {
    if (panel !== null) await end(panel);
    await stop(run);
    rmSync(home, { recursive: true, force: true });
  }
});
