// One request whole: never that of another row, code that asks again, exact bytes, replay, and files of all.

import { readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { expect, type Page } from '@playwright/test';
import { ask, type RequestPage } from '../../product/control.ts';
import type { Served } from '../../product/serve.ts';
import { getAs, logRows, openScreen, test } from '../fixtures.ts';

function detail(panel: Page): ReturnType<Page['getByRole']> {
  return panel.getByRole('region', { name: 'Request detail' });
}

test('the detail is that of the selected row, also while its answer is slow', async ({ panel, served }) => {
  await getAs('127.0.0.7', served, 'meta-data/instance-id');
  await getAs('127.0.0.7', served, 'meta-data/instance-type');
  await logRows(panel).first().click();
  await expect(detail(panel)).toContainText('i-');

  const held: (() => void)[] = [];
  await panel.route('**/v1/requests/2', async (route) => {
    await new Promise<void>((resolve) => {
      held.push(resolve);
    });
    await route.continue();
  });
  await logRows(panel).last().click();
  await expect.poll(() => held.length).toBe(1);
  await expect(detail(panel)).not.toContainText('i-');
  for (const release of held) release();
  await expect(detail(panel)).toContainText('m7g.large');
});

test('the detail takes room only while a row is selected, and the row stays in view', async ({ panel, served }) => {
  for (let asked = 0; asked < 30; asked += 1) await getAs('127.0.0.7', served, 'meta-data/instance-id');
  const list = panel.getByRole('grid', { name: 'Requests' });
  const last = logRows(panel).last();
  await expect(last).toHaveAttribute('aria-rowindex', '31');
  await expect(detail(panel)).toHaveCount(0);
  const whole = (await list.boundingBox())?.height ?? 0;

  // The view is at the end; this row is in its upper half.
  const upper = panel.locator('[data-sequence="17"]');
  await upper.click();
  await expect(detail(panel)).toBeVisible();
  expect((await list.boundingBox())?.height).toBeLessThan(whole - 150);
  await expect(upper).toBeInViewport({ ratio: 1 });

  await detail(panel).getByRole('button', { name: 'Close the detail' }).click();
  await expect(detail(panel)).toHaveCount(0);
  await expect(list).toBeFocused();
  expect((await list.boundingBox())?.height).toBe(whole);
});

test('at 1,000 pixels the time makes way, path and why are read whole', async ({ panel, served }) => {
  await panel.setViewportSize({ width: 1000, height: 700 });
  await getAs('127.0.0.7', served, 'meta-data/spot/instance-action');
  const heads = panel.getByRole('grid', { name: 'Requests' }).getByRole('columnheader');
  await expect(heads).toHaveText(['client', 'method', 'path', 'v', 'status', 'why']);
  const cells = logRows(panel).last().getByRole('gridcell');
  for (const index of [2, 5])
    expect(await cells.nth(index).evaluate((cell) => cell.scrollWidth - cell.clientWidth)).toBe(0);
});

test('a request is copied as code, and the last language is offered first', async ({ panel, served, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await getAs('127.0.0.7', served, 'meta-data/instance-id');
  await logRows(panel).first().click();
  await detail(panel).getByRole('tab', { name: 'Copy as' }).click();
  await detail(panel).getByRole('radio', { name: 'Python' }).check({ force: true });
  await detail(panel).getByRole('button', { name: 'Copy', exact: true }).click();
  expect(await panel.evaluate(() => navigator.clipboard.readText())).toContain('from urllib.request import');
  await detail(panel).getByRole('tab', { name: 'Why' }).click();
  await expect(detail(panel).getByRole('button', { name: 'Copy as Python' })).toBeVisible();
});

test('bytes are exact, whitespace shows on demand, replay asks again', async ({ panel, served, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await getAs('127.0.0.7', served, 'meta-data/');
  const { body } = await getAs('127.0.0.7', served, 'meta-data/');
  await logRows(panel).first().click();
  await expect(detail(panel)).toContainText('no line end');
  await detail(panel).getByRole('button', { name: 'copy', exact: true }).click();
  await expect(panel.getByText('Body copied')).toBeVisible();
  expect(await panel.evaluate(() => navigator.clipboard.readText())).toBe(body);
  await detail(panel).getByRole('button', { name: 'show whitespace' }).click();
  await expect(detail(panel).getByLabel('Body', { exact: true }).last()).toContainText('ami-id¶');

  await detail(panel).getByRole('button', { name: 'Replay' }).click();
  await expect(panel.getByText('Replayed: 200 OK')).toBeVisible();
  await expect(logRows(panel).last()).toContainText('panel');
});

test('what is shown is exported as HAR and NDJSON, without secrets', async ({ panel, served }) => {
  const token = await tokenOf(served);
  await getAs('127.0.0.7', served, 'meta-data/instance-id');
  await getAs('127.0.0.7', served, 'meta-data/nothing');
  await panel.getByRole('combobox', { name: 'Filter requests' }).fill('status:200');
  await expect(logRows(panel)).toHaveCount(2);
  const har = JSON.parse(await exported(panel, 'Export as HAR')) as {
    log: { entries: { request: { url: string } }[] };
  };
  expect(har.log.entries.map(({ request }) => request.url)).toEqual([
    `${served.endpoint}/latest/api/token`,
    `${served.endpoint}/latest/meta-data/instance-id`,
  ]);
  const lines = await exported(panel, 'Export as NDJSON');
  expect(lines.trimEnd().split('\n')).toHaveLength(2);
  expect(JSON.stringify(har) + lines).not.toContain(token);
});

async function exported(panel: Page, name: string): Promise<string> {
  const coming = panel.waitForEvent('download');
  await panel.getByRole('button', { name: 'More' }).click();
  await panel.getByRole('menuitem', { name }).click();
  return readFileSync(await (await coming).path(), 'utf8');
}

async function tokenOf({ endpoint }: Served): Promise<string> {
  const headers = { 'X-aws-ec2-metadata-token-ttl-seconds': '60' };
  return (await fetch(`${endpoint}/latest/api/token`, { method: 'PUT', headers })).text();
}

const HOSTILE = `<img src=x onerror=alert(1)>"'\`;--%00\u202e${'W'.repeat(12_000)}`;

/** As text alone: a node:http request would refuse some of it. */
function hostileRequest({ endpoint }: Served): Promise<void> {
  const headers = { 'User-Agent': `<script>alert(1)</script>${'x'.repeat(3000)}` };
  return new Promise((resolve, reject) => {
    const path = `/latest/${encodeURI(HOSTILE)}`.slice(0, 14_000);
    const asked = httpRequest(`${endpoint}/`, { path, headers, agent: false }, (response) => {
      response.resume().once('end', resolve);
    });
    asked.once('error', reject).end();
  });
}

test('whatever is in a path, a header or a value shows as text and breaks no layout', async ({ panel, served }) => {
  const control = { Authorization: `Bearer ${served.token}`, 'Content-Type': 'application/json' };
  const value = `<b onmouseover=alert(1)>\u202e${'V'.repeat(60_000)}`;
  const put = { method: 'PUT', headers: control, body: JSON.stringify({ path: 'meta-data/hostile', value }) };
  expect((await fetch(`${served.control}/v1/metadata`, put)).status).toBe(200);
  await hostileRequest(served);
  await getAs('127.0.0.7', served, 'meta-data/hostile');

  const alerts: string[] = [];
  panel.on('dialog', (dialog) => alerts.push(dialog.message()));
  await expect(logRows(panel)).toHaveCount(2);
  for (const row of [0, 1]) {
    await logRows(panel).nth(row).click();
    for (const tab of ['Why', 'Request', 'Response', 'Copy as', 'Raw']) {
      await detail(panel).getByRole('tab', { name: tab }).click();
      const over = await panel.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, `${tab} of row ${row} is not wider than the page`).toBeLessThanOrEqual(0);
      expect((await logRows(panel).nth(row).boundingBox())?.height).toBe(28);
    }
  }
  await expect(panel.locator('img, script:not([src]), main b[onmouseover]')).toHaveCount(0);
  expect(alerts).toEqual([]);
});

test('a large body is pulled only for its detail, as plain text; the editor is loaded when one opens', async ({
  panel,
  served,
}) => {
  const editors: string[] = [];
  panel.on('request', (request) => {
    if (request.url().includes('/json-view')) editors.push(request.url());
  });
  const body = `{"large": "${'x'.repeat(16_000)}", "end": "of it"}`;
  await ask(served, 'PUT', '/v1/metadata', { path: 'user-data', value: body });
  expect((await getAs('127.0.0.7', served, 'user-data')).body).toBe(body);
  const rows = await ask<RequestPage>(served, 'GET', '/v1/requests?after=0');
  expect(JSON.stringify(rows).length, 'rows carry no bodies').toBeLessThan(4000);
  await logRows(panel).first().click();
  const bytes = Buffer.from(body).toString('base64');
  await expect.poll(async () => (await detail(panel).textContent())?.includes(bytes), 'all of it').toBe(true);
  expect(editors).toEqual([]);

  await openScreen(panel, 'Metadata');
  await panel.getByRole('textbox', { name: 'Search paths' }).fill('identity/document');
  await panel.getByRole('treeitem', { name: 'document', exact: true }).click();
  await panel.getByRole('button', { name: 'Override' }).click();
  await expect.poll(() => editors.length).toBe(1);
});
