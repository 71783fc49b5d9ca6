// The Deck when something is not as usual: stopped, cut off, folded; its timeline, its countdown, and the first request.

import { expect } from '@playwright/test';
import { ask } from '../../product/control.ts';
import { getAs, logRows, openScreen, test } from '../fixtures.ts';

test('before the first request: where to point an app; then who asked', async ({ panel, served }) => {
  const start = panel.getByRole('region', { name: 'Point your app here' });
  await expect(start).toContainText(served.endpoint);
  await expect(start.getByRole('status')).toContainText('Waiting for the first request');
  for (const name of ['Shell', 'PowerShell', 'Docker', 'Kubernetes', 'Node', 'Python', 'Go', 'Java'])
    await expect(start.getByRole('tab', { name, exact: true })).toBeVisible();

  await getAs('127.0.0.4', served, 'meta-data/instance-id');
  await expect(panel.getByText('127.0.0.4 asked for /latest/meta-data/instance-id')).toBeVisible();
  await panel.getByRole('button', { name: 'Show the address again' }).click();
  await expect(start.getByRole('status')).toContainText('127.0.0.4 asked for');
});

test('the lines for an app come back from the status and from the log menu, and the log after them', async ({
  panel,
  served,
}) => {
  await getAs('127.0.0.4', served, 'meta-data/instance-id');
  await expect(logRows(panel)).toHaveCount(1);
  const start = panel.getByRole('region', { name: 'Point your app here' });
  await openScreen(panel, 'Tokens');
  await panel.getByRole('button', { name: 'Server: Listening' }).click();
  await panel.getByRole('menuitem', { name: 'Point your app here' }).click();
  await expect(start).toContainText(served.endpoint);
  await start.getByRole('button', { name: 'Back to the log' }).click();
  await panel.getByRole('button', { name: 'More', exact: true }).click();
  await panel.getByRole('menuitem', { name: 'Point your app here' }).click();
  await expect(start).toContainText(served.endpoint);
  await panel.getByRole('button', { name: 'Server: Listening' }).click();
  await panel.getByRole('menuitem', { name: 'Show the log' }).click();
  await expect(logRows(panel)).toHaveCount(1);
});

test('while nothing listens no address is shown, and Start is there', async ({ panel, served }) => {
  await ask(served, 'POST', '/v1/server/stop', {});
  const start = panel.getByRole('region', { name: 'Point your app here' });
  await expect(start).toContainText('Metadeck does not listen');
  await expect(start).not.toContainText('http://');
  await start.getByRole('button', { name: 'Start' }).click();
  await expect(start).toContainText('AWS_EC2_METADATA_SERVICE_ENDPOINT=http://127.0.0.1:');
});

test('stopped with requests in the log, the list says so and starts it', async ({ panel, served }) => {
  await getAs('127.0.0.4', served, 'meta-data/instance-id');
  await expect(logRows(panel)).toHaveCount(1);
  await ask(served, 'POST', '/v1/server/stop', {});
  await expect(panel.getByText('Stopped: requests get no answer.')).toBeVisible();
  await panel.getByRole('region', { name: 'Requests' }).getByRole('button', { name: 'Start' }).click();
  await expect(panel.getByText('Stopped: requests get no answer.')).toBeHidden();
});

test('cut off, the list stays to be read', async ({ panel, served }) => {
  await getAs('127.0.0.4', served, 'meta-data/instance-id');
  await expect(logRows(panel)).toHaveCount(1);
  await served.stop();
  await expect(panel.getByRole('status', { name: 'Connection' })).toBeVisible();
  await expect(logRows(panel)).toHaveCount(1);
  await expect(logRows(panel)).toContainText(['instance-id']);
});

test('at 1,000 pixels every label of the timeline can be read, also at the same moment', async ({ panel, served }) => {
  await panel.setViewportSize({ width: 1000, height: 700 });
  await ask(served, 'POST', '/v1/events/maintenance', { code: 'system-reboot' });
  await ask(served, 'POST', '/v1/events/rebalance-recommendation');
  await ask(served, 'POST', '/v1/events/spot-interruption');
  const timeline = panel.getByRole('region', { name: 'Timeline' });
  for (const name of ['interruption', 'rebalance', 'system-reboot'])
    await expect(timeline.getByText(name, { exact: true })).toBeVisible();
  const texts = timeline.locator('svg text');
  for (const words of ['notice', 'terminate', 'recommended', 'announced', 'begins', 'now'])
    await expect(texts.filter({ hasText: words })).toHaveCount(1);
  const boxes = await texts.evaluateAll((all) => all.map((text) => text.getBoundingClientRect().toJSON() as DOMRect));
  const meet = boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom - 3 && b.top < a.bottom - 3),
  );
  expect(meet).toEqual([]);
});

test('a countdown runs, 90 seconds can be skipped, and the button keeps the focus that it had', async ({ panel }) => {
  await panel.getByRole('button', { name: 'Interrupt now' }).press('Enter');
  const card = panel.getByRole('region', { name: 'Spot interruption' });
  await expect(card.getByRole('timer')).toHaveText(/^0[12]:\d\d$/);
  expect(await panel.evaluate(() => document.activeElement?.textContent)).toContain('Action in');
  await card.getByRole('button', { name: 'Skip 90 s' }).click();
  await expect(card.getByRole('timer')).toHaveText(/^00:\d\d$/);
});

test('the buttons fold to icons with words, and still fire', async ({ panel }) => {
  await panel.getByRole('button', { name: 'Fold the buttons' }).click();
  await panel.reload();
  const fire = panel.getByRole('region', { name: 'Fire' });
  await fire.getByRole('button', { name: 'Interrupt now' }).click();
  await expect(fire.getByRole('timer')).toHaveText(/^0[12]:\d\d$/);
  await fire.getByRole('button', { name: 'Cancel the interruption' }).click();
  await expect(panel.getByRole('button', { name: 'Undo: cancelled' })).toBeVisible();
  await fire.getByRole('button', { name: 'Unfold the buttons' }).click();
  await expect(panel.getByRole('region', { name: 'Who gets notices' })).toBeVisible();
});
