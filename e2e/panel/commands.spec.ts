// The built command and the panel move the same instance.

import { spawn } from 'node:child_process';
import { expect } from '@playwright/test';
import { CLI, type Served } from '../product/serve.ts';
import { getAs, test } from './fixtures.ts';

type Ended = { code: number | null; out: string; err: string };

/** Runs `metadeck` as a person would, where only this instance is found. */
function metadeck({ runDir }: Served, ...words: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [CLI, ...words], { env: { ...process.env, METADECK_RUN_DIR: runDir } });
  const ended: Ended = { code: null, out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (ended.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (ended.err += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ ...ended, code }));
  });
}

test('what a command fires, skips and cancels is on the panel', async ({ panel, served }) => {
  const card = panel.getByRole('region', { name: 'Spot interruption' });

  const fired = await metadeck(served, 'interrupt', '--action', 'stop', '--notice', '600');
  expect(fired).toMatchObject({ code: 0, err: '' });
  await expect(card).toContainText('in its notice');
  const notice = await getAs('127.0.0.7', served, 'meta-data/spot/instance-action');
  expect(JSON.parse(notice.body)).toMatchObject({ action: 'stop' });

  expect(await metadeck(served, 'skip', 'action')).toMatchObject({ code: 0 });
  await expect(card).toContainText('action time passed');

  expect(await metadeck(served, 'cancel')).toMatchObject({ code: 0 });
  await expect(panel.getByRole('button', { name: 'Interrupt now' })).toBeEnabled();
  expect((await getAs('127.0.0.7', served, 'meta-data/spot/instance-action')).status).toBe(404);
});

test('what the panel fires is in the status, and undo by command takes it back', async ({ panel, served }) => {
  await panel.getByRole('button', { name: 'Interrupt now' }).click();
  await expect.poll(async () => (await metadeck(served, 'status')).out).toContain('spot interruption (terminate)');

  expect((await metadeck(served, 'undo')).out).toContain('fired interruption');
  await expect(panel.getByRole('button', { name: 'Interrupt now' })).toBeEnabled();
});

test('get prints the bytes that a client gets, also after set and unset', async ({ served }) => {
  const path = 'meta-data/instance-type';
  expect(await metadeck(served, 'set', path, 'c7g.large')).toMatchObject({ code: 0 });
  expect(await metadeck(served, 'get', path)).toEqual({ code: 0, out: 'c7g.large', err: '' });
  expect(await metadeck(served, 'unset', path)).toMatchObject({ code: 0 });
  expect(await metadeck(served, 'get', path)).toEqual({ code: 0, out: 'm7g.large', err: '' });
});

const EXIT_CODES: { words: string[]; code: number; says: RegExp }[] = [
  { words: ['cancel'], code: 1, says: /no unfinished event/ },
  { words: ['get', 'meta-data/no-such-path'], code: 1, says: /404/ },
  { words: ['interupt'], code: 2, says: /Did you mean interrupt\?/ },
  { words: ['interrupt', '--action', 'explode'], code: 2, says: /terminate, stop, hibernate/ },
];

for (const { words, code, says } of EXIT_CODES) {
  test(`${words.join(' ')} ends with ${code} and one line`, async ({ served }) => {
    const ended = await metadeck(served, ...words);
    expect(ended).toMatchObject({ code, out: '' });
    expect(ended.err).toMatch(says);
    expect(ended.err.trimEnd().split('\n')).toHaveLength(1);
  });
}
