// An export is of the moment in which it was asked for.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rawAsk } from '../imds/raw-ask.example.ts';
import { type ExampleRuntime, startedRuntime } from '../runtime.example.ts';
import { createExports } from './exports.ts';

let example: ExampleRuntime;

beforeEach(async () => {
  example = await startedRuntime();
  await example.did('settings.patch', { keptRequests: 100 });
});
afterEach(() => example.runtime.stop());

async function ask(path: string, times: number): Promise<void> {
  for (let i = 0; i < times; i += 1) await rawAsk(example.port(), [`GET ${path} HTTP/1.1`]);
}

async function read(id: string, limit: number) {
  const targets: (string | null)[] = [];
  for (let from: number | null = 0; from !== null;) {
    const page: { items: object[]; next: number | null } = await example.did('requests.export-page', {
      id,
      from,
      limit,
    });
    targets.push(...page.items.map((item) => ('target' in item ? String(item.target) : null)));
    from = page.next;
  }
  return targets;
}

test('nothing is lost or written over while the log goes on, and it is gone once it is read', async () => {
  await ask('/latest/a', 110);
  const { id, count } = await example.did('requests.export');
  await ask('/latest/b', 110);
  expect(count).toBe(100);
  expect(await read(id, 30)).toEqual(Array.from({ length: 100 }, () => '/latest/a'));
  expect(await example.refused('requests.export-page', { id })).toMatchObject({ code: 'NOT_FOUND' });
});

test('what its filter lets through, with lines about events, up to a number', async () => {
  await ask('/latest/', 1);
  await example.did('events.interrupt', {});
  await ask('/nothing', 1);
  await ask('/latest/', 1);
  const filtered = await example.did('requests.export', { filter: 'body:meta-data', upTo: 3 });
  expect(await read(filtered.id, 100)).toEqual(['/latest/', null]);
  const since = await example.did('requests.export', { filter: 'since:event events:off status:404' });
  expect(await read(since.id, 1)).toEqual(['/nothing']);
});

test('two at most are held, and one that nobody goes on reading is let go of', () => {
  let now = 0;
  const exports = createExports(() => now);
  const asked = { items: [], filter: '', times: { now, newestEvent: undefined } };
  const first = exports.begin(asked);
  const second = exports.begin(asked);
  const third = exports.begin(asked);
  expect([first, second, third].map((id) => exports.find(id))).toEqual([undefined, asked, asked]);
  now = 60_001;
  exports.begin(asked);
  expect([second, third].map((id) => exports.find(id))).toEqual([undefined, undefined]);
});
