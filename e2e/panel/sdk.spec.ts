// The reason for all of this: press "Interrupt now", and a real AWS SDK sees it.

import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from '@playwright/test';
import { end } from '../product/serve.ts';
import { test as base } from './fixtures.ts';

type Learned = {
  credentials?: { accessKeyId: string; hasToken: boolean; expiration: string };
  region?: string;
  document?: Record<string, string>;
  notice?: { action: string; time: string } | null;
};

type App = {
  /** Everything it has told so far, in order. */
  learned: Learned[];
  /** What it knows of the notice: undefined until it has asked. */
  notice: () => Learned['notice'];
};

const test = base.extend<{ app: App }>({
  app: async ({ served }, provide) => {
    const child = startApp(served.endpoint);
    const learned = collect(child);
    await provide({ learned, notice: () => learned.findLast((one) => one.notice !== undefined)?.notice });
    await end(child);
  },
});

/** A process of its own, with no setting but the endpoint. */
function startApp(endpoint: string): ChildProcess {
  const env = { ...process.env, AWS_EC2_METADATA_SERVICE_ENDPOINT: endpoint, AWS_PROFILE: undefined };
  const file = path.join(import.meta.dirname, 'sdk-app.ts');
  return spawn(process.execPath, ['--import', 'tsx', file], { env, stdio: ['ignore', 'pipe', 'inherit'] });
}

function collect({ stdout }: ChildProcess): Learned[] {
  const learned: Learned[] = [];
  if (stdout) createInterface({ input: stdout }).on('line', (line) => learned.push(JSON.parse(line) as Learned));
  return learned;
}

test('an AWS SDK gets credentials, region and identity document', async ({ app }) => {
  await expect.poll(() => app.learned.length).toBeGreaterThanOrEqual(3);
  const [first, second, third] = app.learned;
  expect(first?.credentials).toMatchObject({
    accessKeyId: expect.stringMatching(/^ASIA[A-Z0-9]{16}$/),
    hasToken: true,
  });
  expect(Date.parse(first?.credentials?.expiration ?? '')).toBeGreaterThan(Date.now());
  expect(second?.region).toBe('us-east-1');
  expect(third?.document).toMatchObject({ region: 'us-east-1', instanceType: 'm7g.large', accountId: '123456789012' });
});

test('an SDK sees the interruption that is fired on the panel, and the panel shows that it did', async ({
  app,
  panel,
}) => {
  await expect.poll(app.notice).toBe(null);

  await panel.getByRole('button', { name: 'Interrupt now' }).click();

  await expect.poll(app.notice).toMatchObject({ action: 'terminate' });
  const places = panel
    .getByRole('list', { name: 'spot notices' })
    .getByRole('listitem')
    .filter({ hasText: '127.0.0.1' });
  await expect(places).toContainText(/\+(\d+ ms|\d+\.\d s)/);
  await expect(panel.getByRole('region', { name: 'Timeline' })).toContainText('seen by 127.0.0.1');
});

test('cancel takes the notice away, and undo brings the same one back', async ({ app, panel }) => {
  await panel.getByRole('button', { name: 'Interrupt now' }).click();
  await expect.poll(app.notice).toMatchObject({ action: 'terminate' });
  const notice = app.notice();

  await panel.getByRole('region', { name: 'Spot interruption' }).getByRole('button', { name: 'Cancel' }).click();
  await expect.poll(app.notice).toBe(null);

  await panel.getByRole('button', { name: /^Undo: cancelled/ }).click();
  await expect.poll(app.notice).toEqual(notice);
});
