// A taken port is said on a panel that works, with who holds it, and one click moves to a free one.

import { type AddressInfo, createServer, type Server } from 'node:net';
import { expect } from '@playwright/test';
import { ask, type Status } from '../product/control.ts';
import { getAs, test as base } from './fixtures.ts';

const test = base.extend<{ takenPort: number }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern
  takenPort: async ({}, provide) => {
    const holder = createServer();
    await provide(await listen(holder));
    holder.close();
  },
});

function listen(holder: Server): Promise<number> {
  return new Promise((resolve) => {
    holder.listen(0, '127.0.0.1', () => resolve((holder.address() as AddressInfo).port));
  });
}

test('the panel names the holder and moves to the next free port', async ({ panel, served, takenPort }) => {
  await expect(ask(served, 'POST', '/v1/server/restart', { port: takenPort })).rejects.toThrow(/is used by/);

  const strip = panel.getByRole('alert', { name: 'Server problem' });
  await expect(strip).toContainText(`Port ${takenPort}`);
  if (process.platform === 'linux') await expect(strip).toContainText(`(pid ${process.pid})`);
  await strip.getByRole('button', { name: /^Use \d+$/ }).click();

  await expect(strip).toBeHidden();
  await expect(panel.getByRole('button', { name: 'Server: Listening' })).toBeVisible();
  const { endpoint } = await ask<Status>(served, 'GET', '/v1/status');
  expect(endpoint).not.toBeNull();
  const moved = { ...served, endpoint: endpoint ?? '' };
  expect((await getAs('127.0.0.1', moved, 'meta-data/instance-type')).body).toBe('m7g.large');
});
