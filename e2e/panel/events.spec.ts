// The Events screen: fire, schedule, skip, cancel; who gets notices; what was fired.

import { expect, type Page } from '@playwright/test';
import { ask } from '../product/control.ts';
import { getAs, openScreen, test } from './fixtures.ts';

const NOTICE = 'meta-data/spot/instance-action';

function card(panel: Page, name: string): ReturnType<Page['getByRole']> {
  return panel.getByRole('region', { name, exact: true });
}

test('an interruption as chosen: action and notice, its reader ticked, and Cancel beside, not under the pointer', async ({
  panel,
  served,
}) => {
  await openScreen(panel, 'Events');
  const spot = card(panel, 'Spot interruption');
  await spot.getByText('Stop', { exact: true }).click();
  await spot.getByRole('textbox', { name: 'Time from notice to action' }).fill('10:00');
  const fire = spot.getByRole('button', { name: 'Interrupt now' });
  const pressed = await fire.boundingBox();
  await fire.click();

  await expect(spot.getByRole('timer')).toHaveText(/^(10:00|09:5\d)$/);
  const cancel = await spot.getByRole('button', { name: 'Cancel' }).boundingBox();
  expect(cancel?.y).toBeGreaterThanOrEqual((pressed?.y ?? 0) + (pressed?.height ?? 0));
  expect(JSON.parse((await getAs('127.0.0.7', served, NOTICE)).body)).toMatchObject({ action: 'stop' });
  await expect(spot.getByRole('list', { name: 'Seen by' })).toContainText(/127\.0\.0\.7\+\d/);

  await spot.getByRole('button', { name: 'Cancel' }).click();
  await expect(spot.getByRole('button', { name: 'Interrupt now' })).toBeVisible();
  await expect(panel.getByRole('table', { name: 'Events fired' })).toContainText('cancelled');
});

test('a span that is none is said below the field, and Esc brings the last one back', async ({ panel }) => {
  await openScreen(panel, 'Events');
  const notice = panel.getByRole('textbox', { name: 'Time from notice to action' });
  await notice.fill('soon');
  await expect(panel.getByRole('alert')).toContainText('Minutes and seconds are needed');
  await notice.press('Escape');
  await expect(notice).toHaveValue('2:00');
});

test('a scheduled interruption is skipped to its notice and to its action, and goes on answering', async ({
  panel,
  served,
}) => {
  await openScreen(panel, 'Events');
  await panel.getByRole('button', { name: 'Schedule…' }).click();
  const form = panel.getByRole('form', { name: 'Schedule an interruption' });
  await form.getByRole('textbox', { name: 'Time until the notice' }).fill('30:00');
  await form.getByRole('button', { name: 'Schedule' }).click();
  await expect(card(panel, 'Spot interruption')).toContainText('scheduled');
  expect((await getAs('127.0.0.7', served, NOTICE)).status).toBe(404);

  const skips = panel.getByRole('group', { name: 'Skip ahead' });
  await skips.getByRole('button', { name: 'Skip to notice' }).click();
  await expect(card(panel, 'Spot interruption')).toContainText('in its notice');
  await skips.getByRole('button', { name: 'Skip to action' }).click();
  await expect(panel.getByRole('status', { name: 'Action time passed' })).toContainText('still answering');
  expect((await getAs('127.0.0.7', served, NOTICE)).status).toBe(200);
});

test('at 1280 by 800 all of it is seen without scrolling', async ({ panel, served }) => {
  await panel.setViewportSize({ width: 1280, height: 800 });
  await ask(served, 'POST', '/v1/events/rebalance-recommendation');
  await ask(served, 'POST', '/v1/events/maintenance', { code: 'system-reboot' });
  await ask(served, 'POST', '/v1/events/spot-interruption');
  await openScreen(panel, 'Events');
  await expect(panel.getByRole('table', { name: 'Events fired' })).toBeVisible();
  const names = ['Spot interruption', 'Scheduled maintenance', 'Auto Scaling lifecycle', 'Who gets notices', 'History'];
  for (const name of names) await expect(card(panel, name), name).toBeInViewport({ ratio: 1 });
});

test('maintenance is scheduled, completed and in the history', async ({ panel, served }) => {
  await openScreen(panel, 'Events');
  const form = panel.getByRole('form', { name: 'Schedule maintenance' });
  await form.getByRole('combobox', { name: 'Kind of maintenance' }).selectOption('instance-reboot');
  await form.getByRole('button', { name: 'Schedule' }).click();
  await panel.getByRole('button', { name: 'Complete instance-reboot' }).click();
  await expect(panel.getByRole('table', { name: 'Events fired' })).toContainText('completed');
  expect((await getAs('127.0.0.7', served, 'meta-data/events/maintenance/history')).body).toContain('[Completed]');
});

test('a lifecycle state is set and taken back', async ({ panel, served }) => {
  await openScreen(panel, 'Events');
  const lifecycle = card(panel, 'Auto Scaling lifecycle');
  await lifecycle.getByRole('button', { name: 'Set the state' }).click();
  await expect
    .poll(async () => (await getAs('127.0.0.7', served, 'meta-data/autoscaling/target-lifecycle-state')).body)
    .toBe('Terminated');
  await lifecycle.getByRole('button', { name: 'Back to none' }).click();
  await expect(lifecycle).toContainText('no target state');
});

test('who came too late is named, gets a place, and the places are freed', async ({ panel, served }) => {
  await ask(served, 'PUT', '/v1/audience', { kind: 'first', count: 2 });
  await ask(served, 'POST', '/v1/events/spot-interruption');
  for (const client of ['127.0.0.7', '127.0.0.9', '127.0.0.12']) await getAs(client, served, NOTICE);
  await openScreen(panel, 'Events');
  const group = panel.getByRole('region', { name: 'Interruption and rebalance notices' });
  await expect(group).toContainText('2 of 2 places taken');
  await group.getByRole('button', { name: 'give the place of 127.0.0.7 to 127.0.0.12, spot notices' }).click();
  await expect(group.getByRole('listitem').filter({ hasText: /^127\.0\.0\.12/ })).toContainText('place');
  await panel.getByRole('button', { name: 'Undo: gave 127.0.0.12 the place of 127.0.0.7' }).click();
  await expect(group.getByRole('listitem').filter({ hasText: /^127\.0\.0\.7/ })).toContainText('place 1');
  await group.getByRole('button', { name: 'free the places of spot notices' }).click();
  await expect.poll(async () => (await getAs('127.0.0.7', served, NOTICE)).status).toBe(200);
});

test('each group can have a rule of its own', async ({ panel, served }) => {
  await openScreen(panel, 'Events');
  await panel.getByRole('checkbox', { name: 'A rule for each group' }).check();
  await panel.getByRole('button', { name: /^Rule for maintenance notices/ }).click();
  await panel.getByRole('menuitem', { name: 'nobody' }).click();
  await expect(panel.getByRole('region', { name: 'Maintenance notices' })).toContainText('No client sees');
  const audience = await ask<Record<string, { rule: object }>>(served, 'GET', '/v1/audience');
  expect(audience).toMatchObject({ spot: { rule: { kind: 'everyone' } }, maintenance: { rule: { kind: 'nobody' } } });
});

test('withdrawing everything can be undone from its toast', async ({ panel, served }) => {
  await ask(served, 'POST', '/v1/events/spot-interruption');
  await openScreen(panel, 'Events');
  await expect(panel.getByRole('table', { name: 'Events fired' })).toContainText('in its notice');
  await panel.getByRole('button', { name: 'Withdraw all' }).click();
  await expect(panel.getByText('Nothing was fired yet.')).toBeVisible();
  await panel.getByRole('alert').getByRole('button', { name: 'Undo' }).click();
  await expect(panel.getByRole('table', { name: 'Events fired' })).toContainText('in its notice');
});

test('one event is withdrawn without a trace, and its toast brings it back', async ({ panel, served }) => {
  await ask(served, 'POST', '/v1/events/maintenance', { code: 'system-reboot' });
  await ask(served, 'POST', '/v1/events/spot-interruption');
  await openScreen(panel, 'Events');
  const fired = panel.getByRole('table', { name: 'Events fired' });
  await fired.getByRole('button', { name: 'Withdraw spot interruption, terminate' }).click();
  await expect(fired).not.toContainText('spot interruption');
  await expect(fired).toContainText('system-reboot');
  expect((await getAs('127.0.0.7', served, NOTICE)).status).toBe(404);
  await panel.getByRole('alert').getByRole('button', { name: 'Undo' }).click();
  await expect(fired).toContainText('spot interruption');
  expect((await getAs('127.0.0.7', served, NOTICE)).status).toBe(200);
});
