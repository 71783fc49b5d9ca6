// The Clients screen: who asks, by what, and what each may see.

import { expect } from '@playwright/test';
import { ask } from '../product/control.ts';
import { getAs, logRows, openScreen, test } from './fixtures.ts';

const NOTICE = 'meta-data/spot/instance-action';

test('before the first client: how to point one here, by the place it runs in', async ({ panel, served }) => {
  await openScreen(panel, 'Clients');
  for (const place of ['Shell', 'Docker', 'Compose', 'Kubernetes'])
    await expect(panel.getByRole('tab', { name: place, exact: true })).toBeVisible();
  await panel.getByRole('tab', { name: 'Compose' }).click();
  const port = new URL(served.endpoint).port;
  await expect(panel.getByRole('tabpanel')).toContainText(`http://host.docker.internal:${port}`);
});

test('a client gets a name, and how many will see interruptions is said', async ({ panel, served }) => {
  for (const client of ['127.0.0.4', '127.0.0.7', '127.0.0.9']) await getAs(client, served, 'meta-data/instance-id');
  await openScreen(panel, 'Clients');
  await expect(panel.getByText('2 of 3 clients will see interruptions.')).toBeVisible();
  const label = panel.getByRole('textbox', { name: 'Label of 127.0.0.7' });
  await label.fill('shop');
  await label.press('Enter');
  await expect
    .poll(async () => (await ask<{ items: object[] }>(served, 'GET', '/v1/clients')).items)
    .toContainEqual(expect.objectContaining({ address: '127.0.0.7', label: 'shop' }));
  const row = panel.getByRole('row').filter({ has: label });
  await expect(row).toContainText('v1 only');
  await expect(row.getByRole('img', { name: /^Requests: 1 in the last 10 minutes/ })).toBeVisible();
});

test('the client that is open says by what rule it sees what, and takes a place', async ({ panel, served }) => {
  await ask(served, 'PUT', '/v1/audience', { kind: 'first', count: 1, group: 'spot' });
  await ask(served, 'PUT', '/v1/audience', { kind: 'nobody', group: 'maintenance' });
  await ask(served, 'POST', '/v1/events/spot-interruption');
  for (const client of ['127.0.0.7', '127.0.0.9']) await getAs(client, served, NOTICE);
  await openScreen(panel, 'Clients');
  await panel.getByRole('button', { name: '127.0.0.9', exact: true }).click();
  const detail = panel.getByRole('complementary', { name: 'Client 127.0.0.9' });
  await expect(detail).toContainText('no, 1 of 1 taken');
  await expect(detail).toContainText('1 request, v1 only, first seen');
  await expect(detail).toContainText('no, no client does');
  await detail.getByRole('button', { name: 'give a place for spot notices' }).click();
  await expect(detail).toContainText('yes, place 1 of 1');
  expect((await getAs('127.0.0.9', served, NOTICE)).status).toBe(200);

  await detail.getByRole('button', { name: 'Show all in the log' }).click();
  await expect(logRows(panel)).toHaveCount(2);
});
