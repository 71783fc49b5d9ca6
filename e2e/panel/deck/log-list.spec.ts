// The list of requests: follow, pause, clear, sort, keys and the menu of a row.

import { expect, type Page } from '@playwright/test';
import { addressOf, getAs, logRows, openScreen, test } from '../fixtures.ts';
import type { Served } from '../../product/serve.ts';

function list(panel: Page): ReturnType<Page['getByRole']> {
  return panel.getByRole('grid', { name: 'Requests' });
}

async function requests(served: Served, count: number, path = 'meta-data/instance-id'): Promise<void> {
  for (let number = 0; number < count; number += 1) await getAs('127.0.0.7', served, path);
}

/** Rows in the list, drawn or not; its head is one more. */
async function holds(panel: Page, count: number): Promise<void> {
  await expect(list(panel)).toHaveAttribute('aria-rowcount', String(count + 1));
}

async function menuItem(panel: Page, name: string): Promise<void> {
  await panel.getByRole('button', { name: 'More' }).click();
  await panel.getByRole('menuitem', { name }).click();
}

test('scrolling up lets go of the end, the pill counts what is new, End takes hold again', async ({
  panel,
  served,
}) => {
  await requests(served, 60);
  await holds(panel, 60);
  await expect(logRows(panel).last()).toHaveAttribute('aria-rowindex', '61');
  await list(panel).hover();
  await panel.mouse.wheel(0, -600);
  await expect(panel.getByRole('button', { name: 'Follow' })).toHaveAttribute('aria-pressed', 'false');
  const top = await list(panel).evaluate((element) => element.scrollTop);

  await requests(served, 3);
  await expect(panel.getByRole('button', { name: '3 new · jump to latest' })).toBeVisible();
  await logRows(panel).nth(12).click();
  expect(await list(panel).evaluate((element) => element.scrollTop), 'neither rows nor a selection move the view').toBe(
    top,
  );

  await list(panel).press('End');
  await expect(panel.getByRole('button', { name: 'Follow' })).toHaveAttribute('aria-pressed', 'true');
  await expect(logRows(panel).last()).toHaveAttribute('aria-rowindex', '64');
});

test('rows are one below the other wherever the list is scrolled to, 32 px each where the density is comfortable', async ({
  panel,
  served,
}) => {
  await requests(served, 90);
  await openScreen(panel, 'Settings');
  await panel.getByRole('group', { name: 'Density' }).getByText('comfortable').click();
  await openScreen(panel, 'Deck');
  await holds(panel, 90);
  for (const [key, last] of [
    ['Home', 1],
    ['PageDown', null],
    ['End', 90],
    ['PageUp', null],
  ] as const) {
    await list(panel).press(key);
    if (last !== null) await expect(row(panel, last)).toBeInViewport({ ratio: 1 });
    expect(await gapsBetweenRows(panel), `after ${key}`).toEqual([32]);
  }
});

function row(panel: Page, place: number): ReturnType<Page['locator']> {
  return list(panel).locator(`[aria-rowindex="${place + 1}"]`);
}

/** Pixels from one row to the next, each distance once. */
function gapsBetweenRows(panel: Page): Promise<number[]> {
  return list(panel).evaluate((element) => {
    const rows = [...element.querySelectorAll('[data-sequence]')];
    const tops = rows
      .sort((a, b) => Number(a.getAttribute('data-sequence')) - Number(b.getAttribute('data-sequence')))
      .map((one) => one.getBoundingClientRect().top);
    return [...new Set(tops.slice(1).map((top, index) => top - (tops[index] ?? 0)))];
  });
}

test('pause holds the view only: what is answered meanwhile waits and is counted', async ({ panel, served }) => {
  await requests(served, 2);
  await holds(panel, 2);
  await list(panel).press('p');
  await requests(served, 4);
  await expect(panel.getByRole('button', { name: 'Paused · 4 waiting' })).toBeVisible();
  await expect(panel.getByText('Metadeck goes on answering and recording')).toBeVisible();
  await holds(panel, 2);
  await panel.getByRole('button', { name: 'Resume' }).click();
  await holds(panel, 6);
});

test('clear is for everybody, whatever the filter shows, and comes back with Undo', async ({
  panel,
  served,
  context,
}) => {
  const other = await context.newPage();
  await other.goto(addressOf(served));
  await requests(served, 3);
  await requests(served, 2, 'meta-data/nothing');
  await holds(panel, 5);
  await panel.getByRole('button', { name: '4xx' }).click();
  await holds(panel, 2);
  await list(panel).press('Control+l');
  await holds(panel, 0);
  await panel.getByRole('button', { name: 'Clear the filter' }).click();
  await expect(panel.getByText('No requests since the log was cleared')).toBeVisible();
  await expect(panel.getByRole('contentinfo')).toContainText('0 requests · 5 since the start');
  await holds(other, 0);
  await other.reload();
  await expect(other.getByRole('contentinfo')).toContainText('0 requests · 5 since the start');
  await holds(other, 0);

  await requests(served, 1);
  await panel.getByRole('alert').getByRole('button', { name: 'Undo', exact: true }).click();
  await holds(panel, 6);
  await holds(other, 6);
  await expect(logRows(panel).first()).toHaveAttribute('data-sequence', '1');
});

test('sorting by duration pauses following and says so', async ({ panel, served }) => {
  await requests(served, 5);
  await holds(panel, 5);
  await panel.getByRole('columnheader', { name: 'ms' }).getByRole('button').click();
  await expect(panel.getByRole('columnheader', { name: 'ms' })).toHaveAttribute('aria-sort', 'descending');
  await expect(panel.getByText('Slowest first; following is paused')).toBeVisible();
  const slowest = await logRows(panel).first().getByRole('gridcell').last().textContent();
  const fastest = await logRows(panel).last().getByRole('gridcell').last().textContent();
  expect(Number(slowest)).toBeGreaterThanOrEqual(Number(fastest));
  await panel.getByRole('button', { name: 'Back to following' }).click();
  await expect(panel.getByRole('columnheader', { name: 'ms' })).not.toHaveAttribute('aria-sort');
});

test('the list works by keyboard: move, detail, back, give up; letters mean something only here', async ({
  panel,
  served,
}) => {
  await requests(served, 4);
  await holds(panel, 4);
  await list(panel).focus();
  await panel.keyboard.press('j');
  await panel.keyboard.press('k');
  await expect(list(panel).getByRole('row', { selected: true })).toHaveAttribute('aria-rowindex', '4');
  await panel.keyboard.press('Home');
  await expect(list(panel).getByRole('row', { selected: true })).toHaveAttribute('aria-rowindex', '2');
  await panel.keyboard.press('Enter');
  await expect(panel.getByRole('region', { name: 'Request detail' })).toBeFocused();
  await panel.keyboard.press('p');
  await expect(panel.getByRole('button', { name: 'Pause' })).toHaveAttribute('aria-pressed', 'false');
  await panel.keyboard.press('Escape');
  await expect(list(panel)).toBeFocused();
  await panel.keyboard.press('Escape');
  await expect(list(panel).getByRole('row', { selected: true })).toHaveCount(0);
  await panel.keyboard.press('/');
  await expect(panel.getByRole('combobox', { name: 'Filter requests' })).toBeFocused();
  await panel.keyboard.press('Control+]');
  await expect(list(panel)).toBeFocused();
});

test('all that is shown is copied as NDJSON, one request as curl', async ({ panel, served, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await requests(served, 3);
  await holds(panel, 3);
  await list(panel).press('Control+a');
  await list(panel).press('Control+c');
  await expect(panel.getByText('Copied 3 requests as NDJSON')).toBeVisible();
  const lines = (await panel.evaluate(() => navigator.clipboard.readText())).trimEnd().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { sequence: number }).sequence)).toEqual([1, 2, 3]);

  await list(panel).press('Home');
  await list(panel).press('c');
  await expect(panel.getByText('Copied as curl')).toBeVisible();
  expect(await panel.evaluate(() => navigator.clipboard.readText())).toContain(
    `${served.endpoint}/latest/meta-data/instance-id`,
  );
});

test("all of a row's menu is in the detail too, and hides or filters", async ({ panel, served }) => {
  await requests(served, 2);
  await requests(served, 1, 'meta-data/nothing');
  await holds(panel, 3);
  await logRows(panel).last().click({ button: 'right' });
  const menu = panel.getByRole('menu', { name: 'Request' });
  await expect(menu.getByRole('menuitem', { name: 'Replay' })).toBeVisible();
  const names = ['Copy as curl', 'Copy path', 'Replay', 'Open in Metadata', 'Filter like this', 'Hide this'];
  for (const name of names) await expect(menu.getByRole('menuitem', { name })).toBeVisible();
  await panel.keyboard.press('Escape');
  const detail = panel.getByRole('region', { name: 'Request detail' });
  for (const name of names) await expect(detail.getByRole('button', { name })).toBeVisible();

  await detail.getByRole('button', { name: 'Hide this' }).click();
  await panel.getByRole('menuitem', { name: 'status 404' }).click();
  await expect(panel.getByRole('combobox', { name: 'Filter requests' })).toHaveValue('-status:404');
  await holds(panel, 2);
});

test('widths and order of columns are remembered', async ({ panel, served }) => {
  await requests(served, 1);
  await menuItem(panel, 'Columns…');
  const dialog = panel.getByRole('dialog', { name: 'Columns' });
  await dialog.getByRole('button', { name: 'Move status before' }).click();
  await dialog.getByRole('button', { name: 'Make why wider' }).click();
  await panel.reload();
  await expect(panel.getByRole('columnheader')).toHaveText([
    'time',
    'client',
    'method',
    'path',
    'status',
    'v',
    'why',
    'ms',
  ]);
  expect(await list(panel).getAttribute('style')).toContain('278px');
});
