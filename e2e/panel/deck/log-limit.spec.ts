// The bound of the log: what goes when it is full, what is said of it, and where it is changed.

import { expect, type Page } from '@playwright/test';
import { ask, type Status } from '../../product/control.ts';
import type { Served } from '../../product/serve.ts';
import { getAs, logRows, openScreen, test } from '../fixtures.ts';

function list(panel: Page): ReturnType<Page['getByRole']> {
  return panel.getByRole('grid', { name: 'Requests' });
}

async function requests(served: Served, count: number): Promise<void> {
  for (let number = 0; number < count; number += 1) await getAs('127.0.0.7', served, 'meta-data/instance-id');
}

/** Rows in the list, drawn or not; its head is one more. */
async function holds(panel: Page, count: number): Promise<void> {
  await expect(list(panel)).toHaveAttribute('aria-rowcount', String(count + 1));
}

/** At its beginning; rows are drawn in the frame after the key. */
async function beginsWith(panel: Page, sequence: number): Promise<void> {
  await list(panel).press('Home');
  await expect(logRows(panel).first()).toHaveAttribute('data-sequence', String(sequence));
}

test('a full log drops its oldest, says so at its top, and leads to the limit', async ({ panel, served }) => {
  await panel.setViewportSize({ width: 1000, height: 700 });
  await ask(served, 'PATCH', '/v1/settings', { keptRequests: 100 });
  await requests(served, 150);
  await holds(panel, 100);
  await beginsWith(panel, 51);
  expect(await logRows(panel).count(), 'only what is in view is drawn').toBeLessThan(60);
  await expect(list(panel).getByText('Older requests dropped')).toBeVisible();
  await expect(panel.getByRole('contentinfo')).toContainText('100 requests kept, the newest · 150 since the start');

  await list(panel).getByRole('button', { name: 'change limit' }).click();
  const limit = panel.getByRole('group', { name: 'Limit', exact: true });
  await expect(limit).toBeInViewport();
  await expect(limit.getByRole('textbox', { name: 'Requests kept' })).toHaveValue('100');
  expect(await panel.evaluate(() => document.scrollingElement?.scrollTop), 'the jump scrolls the settings alone').toBe(
    0,
  );
  await limit.getByRole('button', { name: 'Reset limit' }).click();
  await expect(limit.getByRole('textbox', { name: 'Requests kept' })).toHaveValue('10000');
  await requests(served, 30);
  await openScreen(panel, 'Deck');
  await holds(panel, 130);
});

test('a lower limit drops the oldest at once; one out of range is refused in place', async ({ panel, served }) => {
  await requests(served, 130);
  await holds(panel, 130);
  await expect(list(panel).getByText('Older requests dropped')).toBeHidden();
  await openScreen(panel, 'Settings');
  const kept = panel.getByRole('textbox', { name: 'Requests kept' });
  await kept.fill('99');
  await kept.press('Enter');
  await expect(panel.getByRole('alert')).toHaveText('A whole number from 100 to 50000 is needed.');
  await kept.fill('100');
  await kept.press('Enter');
  await expect
    .poll(async () => (await ask<Status>(served, 'GET', '/v1/status')).counts)
    .toMatchObject({ kept: 100, limit: 100, dropped: 30 });
  await openScreen(panel, 'Deck');
  await holds(panel, 100);
  await beginsWith(panel, 31);
});
