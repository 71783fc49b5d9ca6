// Lines about events between the requests: what happened, and what a filter makes of them.

import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { ask } from '../../product/control.ts';
import { getAs, logRows, test } from '../fixtures.ts';

const ACTION = 'meta-data/spot/instance-action';

function filterField(panel: Page): ReturnType<Page['getByRole']> {
  return panel.getByRole('combobox', { name: 'Filter requests' });
}

test('cause and effect stand together, and a line about an event says what happened', async ({ panel, served }) => {
  await getAs('127.0.0.7', served, ACTION);
  await expect(logRows(panel)).toHaveCount(1);
  await expect(logRows(panel).first()).toContainText('no event now: 404 is the all-clear');
  await ask(served, 'POST', '/v1/events/spot-interruption', {});
  await getAs('127.0.0.7', served, ACTION);
  await expect(logRows(panel)).toHaveCount(3);
  const line = panel.getByRole('row', { name: /event: spot interruption fired by HTTP: terminate, action in 2 min/ });
  await expect(line).toContainText('interruption');
  await line.click();
  await expect(panel.getByRole('region', { name: 'Request detail' })).toContainText('spot interruption fired by HTTP');

  await panel.getByRole('button', { name: 'hide events' }).click();
  await expect(logRows(panel)).toHaveCount(2);
  await expect(filterField(panel)).toHaveValue('events:off');
  await filterField(panel).fill('since:event');
  await expect(logRows(panel)).toHaveCount(2);
  await expect(panel.getByText('Requests where they came since the newest event')).toBeVisible();
  await filterField(panel).fill('why:none');
  await expect(logRows(panel)).toHaveCount(2);
  await ask(served, 'DELETE', '/v1/events');
  await expect(panel.getByRole('row', { name: /event: spot interruption withdrawn/ })).toBeVisible();
});

test('an export has what the filter shows; HAR leaves out lines about events, and says so', async ({
  panel,
  served,
}) => {
  await getAs('127.0.0.7', served, ACTION);
  await ask(served, 'POST', '/v1/events/lifecycle', { state: 'Terminated' });
  await getAs('127.0.0.7', served, 'meta-data/instance-id');
  await expect(logRows(panel)).toHaveCount(3);
  const exported = async (title: string) => {
    const download = panel.waitForEvent('download');
    await panel.getByRole('button', { name: 'More' }).click();
    await panel.getByRole('menuitem', { name: title }).click();
    return readFile(await (await download).path(), 'utf8');
  };
  const lines = (await exported('Export as NDJSON')).trimEnd().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { kind: string }).kind)).toEqual(['request', 'event', 'request']);
  await expect(panel.getByText('Exported 2 requests and 1 line about events')).toBeVisible();
  const har = JSON.parse(await exported('Export as HAR')) as { log: { entries: unknown[] } };
  expect(har.log.entries).toHaveLength(2);
  await expect(panel.getByText('Exported 2 requests; HAR has no place for 1 line about events')).toBeVisible();
});

test('completions lie over nothing', async ({ panel, served }) => {
  await getAs('127.0.0.7', served, ACTION);
  await expect(logRows(panel)).toHaveCount(1);
  await filterField(panel).fill('status:404 why:');
  const list = panel.getByRole('listbox', { name: 'Completions' });
  await expect(list.getByRole('option', { name: 'why:none' })).toBeVisible();
  const [box, sentence, row] = await Promise.all([
    list.boundingBox(),
    panel.getByText('Requests where the status is 404').boundingBox(),
    logRows(panel).first().boundingBox(),
  ]);
  expect(box && sentence && box.y + box.height <= sentence.y).toBe(true);
  expect(sentence && row && sentence.y + sentence.height <= row.y).toBe(true);
});
