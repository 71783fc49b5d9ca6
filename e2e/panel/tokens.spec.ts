// The Tokens screen: what clients hold, ended now or soon; whether a token is needed at all.

import { expect, type Page } from '@playwright/test';
import { ask } from '../product/control.ts';
import type { Served } from '../product/serve.ts';
import { getAs, logRows, openScreen, test } from './fixtures.ts';

const TTL = 'X-aws-ec2-metadata-token-ttl-seconds';

async function issued({ endpoint }: Served): Promise<string> {
  const answer = await fetch(`${endpoint}/latest/api/token`, { method: 'PUT', headers: { [TTL]: '21600' } });
  return answer.text();
}

function read({ endpoint }: Served, token: string): Promise<Response> {
  const headers = { 'X-aws-ec2-metadata-token': token };
  return fetch(`${endpoint}/latest/meta-data/instance-id`, { headers });
}

function tokenRows(panel: Page): ReturnType<Page['getByRole']> {
  return panel.getByRole('table', { name: 'Tokens' }).getByRole('row').filter({ hasText: '127.0.0.1' });
}

test('before the first token: how to ask for one', async ({ panel, served }) => {
  await openScreen(panel, 'Tokens');
  await expect(panel.getByText('No IMDSv2 token yet')).toBeVisible();
  await expect(panel.getByLabel('Request for a token')).toContainText(`curl -s -X PUT ${served.endpoint}`);
});

test('one token ends in ten seconds: until then it says so, and another one goes on', async ({ panel, served }) => {
  const [first, second] = [await issued(served), await issued(served)];
  await openScreen(panel, 'Tokens');
  await expect(tokenRows(panel)).toHaveCount(2);
  const soon = tokenRows(panel).nth(1);
  await soon.getByRole('button', { name: /^Expire in 10 s: [0-9a-f]{6}$/ }).click();
  await expect(soon.getByRole('cell').filter({ hasText: /^(10|\d) s$/ })).toBeVisible();
  const left = (await read(served, first)).headers.get(TTL);
  expect(Number(left)).toBeLessThanOrEqual(10);
  expect(Number((await read(served, second)).headers.get(TTL))).toBeGreaterThan(21_000);
});

test('one token is expired at once, then all of them', async ({ panel, served }) => {
  const tokens = [await issued(served), await issued(served), await issued(served)];
  await openScreen(panel, 'Tokens');
  await tokenRows(panel)
    .last()
    .getByRole('button', { name: /^Expire now: [0-9a-f]{6}$/ })
    .click();
  await expect(tokenRows(panel).last()).toContainText('revoked');
  await expect(panel.getByRole('heading', { name: '2 valid tokens' })).toBeVisible();
  await panel.getByRole('button', { name: 'Expire all' }).click();
  await expect(panel.getByRole('heading', { name: 'No valid token' })).toBeVisible();
  const statuses = await Promise.all(tokens.map(async (token) => (await read(served, token)).status));
  expect(statuses).toEqual([401, 401, 401]);
});

test('a client of IMDSv1 alone is named, and is refused once a token is needed', async ({ panel, served }) => {
  await getAs('127.0.0.4', served, 'meta-data/instance-id');
  await openScreen(panel, 'Tokens');
  await expect(panel.getByRole('region', { name: 'Clients without tokens' })).toContainText('127.0.0.4');
  await panel.getByText('IMDSv2 required').click();
  await expect.poll(async () => (await getAs('127.0.0.4', served, 'meta-data/instance-id')).status).toBe(401);
  await panel.getByRole('textbox', { name: 'Hop limit of the answer with a token' }).fill('2');
  await panel.keyboard.press('Enter');
  await expect
    .poll(async () => ask(served, 'GET', '/v1/options'))
    .toMatchObject({ httpTokens: 'required', httpPutResponseHopLimit: 2 });
});

test('the token that a request came with leads to its row', async ({ panel, served }) => {
  const [first] = [await issued(served), await issued(served)];
  await read(served, first);
  await logRows(panel).filter({ hasText: 'instance-id' }).click();
  await panel
    .getByRole('group', { name: 'Why' })
    .getByRole('button', { name: /^[0-9a-f]{6}$/ })
    .click();
  await expect(tokenRows(panel)).toHaveCount(2);
  await expect(tokenRows(panel).nth(1)).toHaveAttribute('aria-current', 'true');
  await expect(tokenRows(panel).nth(0)).not.toHaveAttribute('aria-current');
});

test('in a low window the whole box of rules can be reached', async ({ panel, served }) => {
  await issued(served);
  await panel.setViewportSize({ width: 640, height: 400 });
  await openScreen(panel, 'Tokens');
  const expireAll = panel.getByRole('button', { name: 'Expire all' });
  await expireAll.scrollIntoViewIfNeeded();
  await expect(expireAll).toBeInViewport({ ratio: 1 });
  const rules = panel.getByRole('region', { name: 'Token rules' });
  expect(await rules.evaluate((box) => box.scrollHeight - box.clientHeight)).toBe(0);
  await panel.getByRole('textbox', { name: 'Hop limit of the answer with a token' }).scrollIntoViewIfNeeded();
  await expect(panel.getByRole('textbox', { name: 'Hop limit of the answer with a token' })).toBeInViewport();
});
