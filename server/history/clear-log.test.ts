// Cleared for everybody, and back for ten seconds.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rawAsk } from '../imds/raw-ask.example.ts';
import { type ExampleRuntime, startedRuntime } from '../runtime.example.ts';

let example: ExampleRuntime;

beforeEach(async () => {
  example = await startedRuntime();
  await ask(2);
});
afterEach(() => example.runtime.stop());

async function ask(times: number): Promise<void> {
  for (let i = 0; i < times; i += 1) await rawAsk(example.port(), ['GET /latest/ HTTP/1.1']);
}

const sequences = async () => (await example.rows({ after: 0 })).map(({ sequence }) => sequence);
const undoTitle = async () => (await example.did('status.get')).undo;

test('undo brings it back, before what came since', async () => {
  expect(await example.did('requests.clear')).toEqual({ cleared: 2 });
  expect((await example.did('status.get')).counts).toMatchObject({ requests: 2, kept: 0, first: 3, last: 2 });
  await ask(1);
  example.clock.move(9999);
  expect(await example.did('world.undo', { title: 'cleared the log' })).toEqual({ title: 'cleared the log' });
  expect(await sequences()).toEqual([1, 2, 3]);
});

test('after ten seconds the step is gone, and the bell says so', async () => {
  await example.did('requests.clear');
  expect(await undoTitle()).toBe('cleared the log');
  const before = example.runtime.bell().world;
  example.clock.move(10_000);
  expect(example.runtime.bell().world).toBeGreaterThan(before);
  expect(await undoTitle()).toBeNull();
  expect(await example.refused('world.undo', {})).toMatchObject({ code: 'CONFLICT' });
  expect(await sequences()).toEqual([]);
});

test('redo clears what was cleared, and leaves what came since', async () => {
  await example.did('requests.clear');
  await ask(1);
  await example.did('world.undo', {});
  await example.did('world.redo', {});
  expect(await sequences()).toEqual([3]);
  await example.did('world.undo', {});
  expect(await sequences()).toEqual([1, 2, 3]);
});

test('an empty log leaves no step', async () => {
  await example.did('requests.clear');
  example.clock.move(10_000);
  expect(await example.did('requests.clear')).toEqual({ cleared: 0 });
  expect(await undoTitle()).toBeNull();
});
