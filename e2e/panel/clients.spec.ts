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
  await ask(served, 'PUT', '/v1/audience', { kind: 'first', count: 2 });
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

/** More than any other client has made. */
const MANY = 3;

test('rows stand still; a sort is made when asked, and one that is old says so', async ({ panel, served }) => {
  for (const client of ['127.0.0.9', '127.0.0.4', '127.0.0.7']) await getAs(client, served, 'meta-data/instance-id');
  await openScreen(panel, 'Clients');
  const addresses = panel.getByRole('rowheader');
  await expect(addresses).toHaveText(['127.0.0.9', '127.0.0.4', '127.0.0.7']);
  await getAs('127.0.0.7', served, 'meta-data/instance-id');
  await expect(
    panel.getByRole('row').filter({ hasText: '127.0.0.7' }).getByRole('cell', { name: '2', exact: true }),
  ).toBeVisible();
  await expect(addresses).toHaveText(['127.0.0.9', '127.0.0.4', '127.0.0.7']);

  await panel.getByRole('button', { name: 'address', exact: true }).click();
  await expect(addresses).toHaveText(['127.0.0.4', '127.0.0.7', '127.0.0.9']);
  await expect(panel.getByRole('columnheader', { name: 'address' })).toHaveAttribute('aria-sort', 'ascending');
  await panel.getByRole('button', { name: 'requests', exact: true }).click();
  await expect(addresses).toHaveText(['127.0.0.7', '127.0.0.9', '127.0.0.4']);
  const again = panel.getByRole('button', { name: 'Re-sort by requests' });
  await expect(again).toBeHidden();
  for (let i = 0; i < MANY; i += 1) await getAs('127.0.0.4', served, 'meta-data/instance-id');
  await expect(again).toBeVisible();
  await expect(addresses).toHaveText(['127.0.0.7', '127.0.0.9', '127.0.0.4']);
  await again.click();
  await expect(addresses).toHaveText(['127.0.0.4', '127.0.0.7', '127.0.0.9']);
  await expect(again).toBeHidden();
});

test('whether each sees interruptions, and how it asks, is told in words', async ({ panel, served }) => {
  await ask(served, 'PUT', '/v1/audience', { kind: 'only', clients: ['127.0.0.4'] });
  for (const path of [NOTICE, NOTICE, NOTICE]) await getAs('127.0.0.4', served, path);
  await getAs('127.0.0.9', served, 'meta-data/instance-id');
  await openScreen(panel, 'Clients');
  const row = (address: string) => panel.getByRole('row').filter({ hasText: address });
  await expect(row('127.0.0.4')).toContainText('yes, it is named');
  await expect(row('127.0.0.9')).toContainText('no, others are named');
  await expect(row('127.0.0.9')).toContainText('has never asked for the notice path; uses IMDSv1 only');
  await ask(served, 'POST', '/v1/events/spot-interruption');
  await expect(row('127.0.0.4')).toContainText('has not read the notice');
  await getAs('127.0.0.4', served, NOTICE);
  await expect(row('127.0.0.4')).toContainText(/read the notice after \d/);
  await ask(served, 'PUT', '/v1/audience', { kind: 'everyone' });
  await expect(row('127.0.0.9')).toContainText('yes, every client does');
});

test('a client is set to be further away, and back; undo takes it back', async ({ panel, served }) => {
  await getAs('127.0.0.9', served, 'meta-data/instance-id');
  await openScreen(panel, 'Clients');
  await panel.getByRole('button', { name: '127.0.0.9', exact: true }).click();
  const detail = panel.getByRole('complementary', { name: 'Client 127.0.0.9' });
  await expect(detail).toContainText('1 hop away, within the hop limit of 1');
  const hops = detail.getByRole('textbox', { name: 'Hops to 127.0.0.9' });
  await hops.fill('65');
  await expect(detail.getByRole('alert')).toHaveText('A whole number from 1 to 64 is needed, such as 2.');
  await hops.fill('3');
  await hops.press('Enter');
  await expect(detail).toContainText('3 hops away, beyond the hop limit of 1: it gets no token.');
  await detail.getByRole('button', { name: 'make automatic' }).click();
  await expect(detail).toContainText('by its address');
  await ask(served, 'POST', '/v1/undo');
  await expect(hops).toHaveValue('3');
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
  await detail.getByRole('button', { name: 'give the place of 127.0.0.7 to 127.0.0.9, spot notices' }).click();
  await expect(detail).toContainText('yes, place 1 of 1');
  expect((await getAs('127.0.0.9', served, NOTICE)).status).toBe(200);

  await detail.getByRole('button', { name: 'Show all in the log' }).click();
  await expect(logRows(panel).filter({ hasText: '127.0.0.9' })).toHaveCount(2);
  await expect(logRows(panel).filter({ hasText: '127.0.0.7' })).toHaveCount(0);
});

test('which set of credentials a client holds is told, and that it is an older one', async ({ panel, served }) => {
  const role = 'meta-data/iam/security-credentials/metadeck-role';
  await getAs('127.0.0.9', served, role);
  await openScreen(panel, 'Clients');
  await panel.getByRole('button', { name: '127.0.0.9', exact: true }).click();
  const detail = panel.getByRole('complementary', { name: 'Client 127.0.0.9' });
  await expect(detail).toContainText('Role, set 1 of IMDSv1: the newest');
  await ask(served, 'POST', '/v1/credentials/rotate');
  await expect(detail).toContainText('Role, set 1 of IMDSv1: an older one');
});
