// Acknowledged means kept: killed at any moment, the next start has every edit that was answered.

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { edit, end, read, serve, type Serving } from './process.ts';

const EDITS = 120;
const AT_ONCE = 3;
const MOST_BEFORE_A_KILL = 12;
/** How often the process gives way to others before it kills: moments within a write are met too. */
const MOST_TURNS = 60;

const folder = mkdtempSync(path.join(tmpdir(), 'metadeck-kills-'));
const world = path.join(folder, 'world.json');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function upTo(most: number): number {
  return Math.floor(Math.random() * (most + 1));
}

async function turns(count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Edits until it is killed, which is some moment after that many answers; adds what was acknowledged. */
async function editUntilKilled(serving: Serving, acknowledged: Set<number>, next: () => number): Promise<void> {
  let left = 1 + upTo(MOST_BEFORE_A_KILL);
  const kills: Promise<void>[] = [];
  async function kill(): Promise<void> {
    await turns(upTo(MOST_TURNS));
    await end(serving, 'SIGKILL');
  }
  async function oneAfterAnother(): Promise<void> {
    while (serving.child.signalCode === null) {
      const number = next();
      const answer = await edit(serving, String(number), `value ${number}`).catch(() => null);
      if (answer === null) return;
      expect(answer).toMatchObject({ status: 200 });
      acknowledged.add(number);
      left -= 1;
      if (left === 0) kills.push(kill());
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, oneAfterAnother));
  await Promise.all(kills);
}

test(`of ${EDITS} edits and more none that was acknowledged is lost`, { timeout: 120_000 }, async () => {
  const acknowledged = new Set<number>();
  let number = 0;
  let kills = 0;
  while (acknowledged.size < EDITS) {
    const serving = await serve({ folder }, '--world', world);
    await editUntilKilled(serving, acknowledged, () => (number += 1));
    kills += 1;
  }
  const last = await serve({ folder }, '--world', world);
  const lost: number[] = [];
  for (const one of acknowledged) if ((await read(last, `own/${one}`)) !== `value ${one}`) lost.push(one);
  expect(await end(last)).toMatchObject({ code: 0, err: '' });
  expect(lost).toEqual([]);
  expect(kills).toBeGreaterThan(5);
  expect(readdirSync(folder).filter((name) => name.startsWith('world'))).toEqual(['world.json']);
});
