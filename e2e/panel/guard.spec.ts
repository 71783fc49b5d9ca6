// A panel without a valid token shows nothing of the instance, and says why.

import { expect, type Page } from '@playwright/test';
import { test } from './fixtures.ts';

const NO_TOKEN = 'This page has no valid token.';

function banner(page: Page): ReturnType<Page['getByRole']> {
  return page.getByRole('status', { name: 'Connection' });
}

test('without a token the panel says so', async ({ page, served }) => {
  await page.goto(served.control);
  await expect(banner(page)).toContainText(NO_TOKEN);
});

test('with a wrong token the panel says so', async ({ page, served }) => {
  await page.goto(`${served.control}/#token=wrong`);
  await expect(banner(page)).toContainText(NO_TOKEN);
  await expect(page.getByText(served.endpoint.replace('http://', ''))).toBeHidden();
});

test('the token goes from the address as soon as it is taken', async ({ panel, served }) => {
  expect(panel.url()).not.toContain(served.token);
  await expect(banner(panel)).toBeHidden();
});

test('a page of another origin gets nothing from the control plane', async ({ page, served }) => {
  await page.goto('data:text/html,<title>stranger</title>');
  const outcome = await page.evaluate(
    ([control, token]) =>
      fetch(`${control}/v1/status`, { headers: { Authorization: `Bearer ${token}` } }).then(
        () => 'answered',
        () => 'refused',
      ),
    [served.control, served.token],
  );
  expect(outcome).toBe('refused');
});
