// Undo on every screen and in fields, and an interruption that says at once what the server says.
import { expect } from '@playwright/test';
import { ask } from '../product/control.ts';
import { getAs, openScreen, test } from './fixtures.ts';

const IMAGE = 'meta-data/ami-id';

test('right after Enter, Ctrl+Z in the field takes back the edit; what is typed since is the field’s own', async ({
  panel,
  served,
}) => {
  const served1 = async () => (await getAs('127.0.0.1', served, IMAGE)).body;
  const before = await served1();
  await openScreen(panel, 'Metadata');
  await panel.getByRole('treeitem', { name: /^ami-id/ }).click();
  const field = panel.getByRole('textbox', { name: 'Value', exact: true });
  await field.fill('ami-0123456789abcdef0');
  await field.press('Enter');
  await expect.poll(served1).toBe('ami-0123456789abcdef0');
  await field.press('Control+z');
  await expect.poll(served1).toBe(before);
  await expect(field).toHaveValue(before);
  await expect(panel.getByRole('button', { name: `Redo: set ${IMAGE}` })).toBeEnabled();

  await field.press('End');
  await field.press('x');
  await field.press('Control+z');
  await expect(field).toHaveValue(before);
  await expect(panel.getByRole('button', { name: `Redo: set ${IMAGE}` })).toBeEnabled();
});

test('nothing to undo is said once, quietly, and asks the server for nothing', async ({ panel }) => {
  const asked: string[] = [];
  panel.on('request', (request) => request.method() === 'POST' && asked.push(request.url()));
  for (let i = 0; i < 3; i++) await panel.keyboard.press('Control+z');
  await expect(panel.getByText('Nothing to undo', { exact: true })).toHaveCount(1);
  expect(asked.filter((url) => url.endsWith('/v1/undo'))).toEqual([]);
});

test('undo and redo stand on every screen, with what they would do', async ({ panel, served }) => {
  await ask(served, 'PATCH', '/v1/options', { httpTokens: 'required' });
  for (const screen of ['Metadata', 'Events', 'Tokens', 'Clients', 'Settings', 'Deck']) {
    await openScreen(panel, screen);
    await expect(panel.getByRole('button', { name: 'Undo: changed metadata options' })).toBeEnabled();
    await expect(panel.getByRole('button', { name: 'Nothing to redo' })).toBeDisabled();
  }
  await panel.getByRole('button', { name: 'Undo: changed metadata options' }).click();
  await expect(panel.getByRole('button', { name: 'Redo: changed metadata options' })).toBeEnabled();
});

test('the card never says that a notice is ahead which clients read already', async ({ panel }) => {
  const card = panel.getByRole('region', { name: 'Spot interruption' });
  const said = card.evaluate(
    (element) =>
      new Promise<string[]>((settle) => {
        const texts: string[] = [];
        new MutationObserver(() => texts.push(element.textContent)).observe(element, {
          subtree: true,
          childList: true,
          characterData: true,
        });
        setTimeout(() => settle(texts), 1500);
      }),
  );
  await card.getByRole('button', { name: 'Interrupt now' }).click();
  const texts = await said;
  expect(texts.at(-1)).toContain('in its notice');
  expect(texts.filter((text) => /scheduled|Notice in/.test(text))).toEqual([]);
});
