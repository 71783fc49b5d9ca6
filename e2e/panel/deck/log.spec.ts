// The live log: rows as they come, the filter, the detail with its reason, and a reload that loses nothing.

import { expect } from '@playwright/test';
import { ask } from '../../product/control.ts';
import { getAs, logRows, test } from '../fixtures.ts';

test('requests appear as they are answered', async ({ panel, served }) => {
  await getAs('127.0.0.7', served, 'meta-data/instance-id');
  await expect(logRows(panel)).toHaveCount(1);
  await expect(logRows(panel)).toContainText(['127.0.0.7']);
  await getAs('127.0.0.4', served, 'meta-data/no-such-path');
  await expect(logRows(panel).last()).toHaveAccessibleName(
    /127\.0\.0\.4 GET \/latest\/meta-data\/no-such-path, status 404, no such path/,
  );
});

test('the filter shows what matches and says how many of how many', async ({ panel, served }) => {
  await getAs('127.0.0.7', served, 'meta-data/instance-id');
  await getAs('127.0.0.4', served, 'meta-data/no-such-path');
  await expect(logRows(panel)).toHaveCount(2);

  await panel.getByRole('combobox', { name: 'Filter requests' }).fill('status:404');
  await expect(logRows(panel)).toHaveCount(1);
  await expect(panel.getByRole('search')).toContainText('1 of 2');

  await panel.getByRole('button', { name: 'Clear the filter' }).click();
  await expect(logRows(panel)).toHaveCount(2);
});

test('the detail says why a request was answered as it was', async ({ panel, served }) => {
  await ask(served, 'PUT', '/v1/audience', { kind: 'first', count: 2 });
  await panel.getByRole('button', { name: 'Interrupt now' }).click();
  await expect.poll(async () => (await getAs('127.0.0.7', served, 'meta-data/spot/instance-action')).status).toBe(200);
  await logRows(panel).filter({ hasText: 'instance-action' }).filter({ hasText: '200' }).first().click();

  const detail = panel.getByRole('region', { name: 'Request detail' });
  await expect(detail.getByRole('group', { name: 'Why' })).toContainText('holds place 1 of 2');
  await expect(detail.getByRole('group', { name: 'Body' })).toContainText('"action": "terminate"');
});

test('a reload loses nothing', async ({ panel, served }) => {
  await getAs('127.0.0.7', served, 'meta-data/instance-id');
  await panel.getByRole('button', { name: 'Interrupt now' }).click();
  await expect(logRows(panel)).toHaveCount(2);
  await expect(panel.getByRole('region', { name: 'Spot interruption' }).getByRole('timer')).toBeVisible();

  await panel.reload();

  await expect(logRows(panel)).toHaveCount(2);
  await expect(logRows(panel)).toContainText(['127.0.0.7', 'spot interruption fired by the panel']);
  await expect(panel.getByRole('region', { name: 'Spot interruption' }).getByRole('timer')).toBeVisible();
});
