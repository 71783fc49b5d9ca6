// The role's credentials are chosen by a form: clients get them at once, and what was given by hand is not shown again.

import { expect, type Locator, type Page } from '@playwright/test';
import { ask } from '../../product/control.ts';
import { getAs, openScreen, test } from '../fixtures.ts';
import type { Served } from '../../product/serve.ts';

const ROLE = 'metadeck-role';
const PATH = `meta-data/iam/security-credentials/${ROLE}`;

async function openRole(panel: Page): Promise<Locator> {
  await openScreen(panel, 'Metadata');
  await panel.getByRole('textbox', { name: 'Search paths' }).fill(`security-credentials/${ROLE}`);
  await panel.getByRole('treeitem', { name: ROLE, exact: true }).click();
  return panel.getByRole('region', { name: 'Credentials of the role' });
}

async function document(served: Served): Promise<Record<string, string>> {
  return JSON.parse((await getAs('127.0.0.1', served, PATH)).body) as Record<string, string>;
}

function choose(form: Locator, name: string): Promise<void> {
  return form.getByRole('radio', { name, exact: true }).check({ force: true });
}

test('expired, failing with a code, and fresh again', async ({ panel, served }) => {
  const form = await openRole(panel);
  await expect(form.getByRole('radio', { name: 'fresh' })).toBeChecked();
  await choose(form, 'expired');
  await expect.poll(async () => Date.parse((await document(served))['Expiration'] ?? '')).toBeLessThan(Date.now());

  await choose(form, 'failing');
  await expect.poll(async () => (await document(served))['Code']).toBe('AssumeRoleUnauthorizedAccess');
  const code = form.getByRole('textbox', { name: 'Code' });
  await code.fill('Success');
  await expect(form.getByRole('alert')).toContainText('A code other than Success is needed');
  await code.fill('InstanceProfileNotFound');
  await code.press('Enter');
  await expect.poll(async () => (await document(served))['Code']).toBe('InstanceProfileNotFound');
  await form.getByRole('textbox', { name: 'Message' }).fill('Gone.');
  await form.getByRole('textbox', { name: 'Message' }).press('Enter');
  await expect.poll(async () => (await document(served))['Message']).toBe('Gone.');

  await choose(form, 'fresh');
  await expect.poll(async () => (await document(served))['Code']).toBe('Success');
  await expect(code).toHaveCount(0);
});

test('those given by hand are served whole and never shown again', async ({ panel, served }) => {
  const form = await openRole(panel);
  await choose(form, 'given by hand');
  expect((await document(served))['AccessKeyId']).toMatch(/^ASIA/);
  await form.getByRole('textbox', { name: 'AccessKeyId' }).fill('ASIAMINE');
  const [secret, token] = [form.getByLabel('SecretAccessKey'), form.getByLabel('Token')];
  await expect(secret).toHaveAttribute('type', 'password');
  await expect(token).toHaveAttribute('type', 'password');
  await secret.fill('my-own-secret');
  await form.getByRole('button', { name: 'Serve these' }).click();
  await expect(token).toHaveAttribute('aria-invalid', 'true');
  await expect(token).toHaveAccessibleDescription(/ASCII characters without blanks/);

  await token.fill('my-own-token');
  await form.getByRole('button', { name: 'Serve these' }).click();
  await expect(form).toContainText('Serving ASIAMINE, always fresh.');
  expect(await document(served)).toMatchObject({
    AccessKeyId: 'ASIAMINE',
    SecretAccessKey: 'my-own-secret',
    Token: 'my-own-token',
  });
  await expect(secret).toHaveValue('');
  await expect(token).toHaveValue('');
  await expect(panel.getByRole('region', { name: 'What a client gets' })).toContainText('ASIAMINE');
  await panel.reload();
  await expect(form).toContainText('Serving ASIAMINE');
  expect(await panel.content()).not.toMatch(/my-own-(secret|token)/);
});

test('no role takes the directory away, until the preset’s is back', async ({ panel, served }) => {
  const form = await openRole(panel);
  await choose(form, 'no role');
  await expect.poll(async () => (await getAs('127.0.0.1', served, 'meta-data/iam/info')).status).toBe(404);
  await expect(form).toContainText('There is no role, so iam/ is absent.');
  await form.getByRole('button', { name: 'Back to the role of the preset' }).click();
  await expect.poll(async () => (await getAs('127.0.0.1', served, 'meta-data/iam/info')).status).toBe(200);
  await expect(form.getByRole('radio', { name: 'fresh' })).toBeChecked();
});

async function keyOf(served: Served): Promise<string> {
  return (await document(served))['AccessKeyId'] ?? '';
}

test('the next set comes at a press, and undo brings back the one before', async ({ panel, served }) => {
  await openRole(panel);
  const sets = panel.getByRole('region', { name: 'Sets of credentials' });
  const before = await keyOf(served);
  const withoutToken = sets.getByRole('listitem').filter({ hasText: 'without a token (IMDSv1)' });
  await expect(withoutToken).toContainText(before);
  await expect(sets.getByRole('listitem')).toHaveCount(2);
  await sets.getByRole('button', { name: 'Next set now' }).click();
  await expect(sets).toContainText('Set 2.');
  const after = await keyOf(served);
  expect(after).not.toBe(before);
  await expect(withoutToken).toContainText(after);
  await panel.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(sets).toContainText('Set 1.');
  expect(await keyOf(served)).toBe(before);
});

test('how often the next set comes is a field, with its bounds', async ({ panel, served }) => {
  await openRole(panel);
  const sets = panel.getByRole('region', { name: 'Sets of credentials' });
  const every = sets.getByRole('textbox', { name: 'A new set every' });
  await expect(every).toHaveValue('1:00:00');
  await every.fill('5 s');
  await every.press('Enter');
  await expect(sets.getByRole('alert')).toHaveText(/from 10 \(10 s\) to 21600 \(6 h\) is needed/);
  await every.fill('10 min');
  await every.press('Enter');
  await expect(sets.getByRole('alert')).toHaveCount(0);
  await expect
    .poll(async () => (await ask<{ everySeconds: number }>(served, 'GET', '/v1/credentials')).everySeconds)
    .toBe(600);
});

test('the instance itself has its sets, and the palette makes the next ones', async ({ panel }) => {
  await openScreen(panel, 'Metadata');
  await panel.getByRole('textbox', { name: 'Search paths' }).fill('security-credentials/ec2-instance');
  await panel.getByRole('treeitem', { name: 'ec2-instance', exact: true }).click();
  const sets = panel.getByRole('region', { name: 'Sets of credentials' });
  await expect(sets).toContainText('Set 1.');
  await panel.keyboard.press('ControlOrMeta+k');
  const field = panel.getByRole('combobox', { name: 'Find a command, a path or a client' });
  await field.fill('next set');
  await field.press('Enter');
  await expect(sets).toContainText('Set 2.');
});

test('what the command line chose is shown', async ({ panel, served }) => {
  const form = await openRole(panel);
  await ask(served, 'PATCH', '/v1/facts', { roleCredentials: { kind: 'expired' } });
  await expect(form.getByRole('radio', { name: 'expired' })).toBeChecked();
});
