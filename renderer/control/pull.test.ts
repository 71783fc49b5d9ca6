// Pulls are coalesced.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPull } from './pull.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a ring pulls at once', () => {
  const pull = vi.fn<() => Promise<void>>(async () => {});
  createPull(pull, 100).ring();
  expect(pull).toHaveBeenCalledTimes(1);
});

test('many rings during a pull are one more', async () => {
  const pull = vi.fn<() => Promise<void>>(async () => {});
  const { ring } = createPull(pull, 100);
  for (let count = 0; count < 10; count += 1) ring();
  await vi.advanceTimersByTimeAsync(99);
  expect(pull).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1000);
  expect(pull).toHaveBeenCalledTimes(2);
});

test('after a rest it can be rung again', async () => {
  const pull = vi.fn<() => Promise<void>>(async () => {});
  const { ring } = createPull(pull, 100);
  ring();
  await vi.advanceTimersByTimeAsync(500);
  ring();
  expect(pull).toHaveBeenCalledTimes(2);
});

test('after a pull that threw it can be rung again', async () => {
  const report = vi.fn<(error: unknown) => void>();
  vi.stubGlobal('reportError', report);
  const bug = new Error('a bug');
  const pull = vi.fn<() => Promise<void>>(async () => {});
  pull.mockRejectedValueOnce(bug);
  const { ring } = createPull(pull, 100);
  ring();
  await vi.advanceTimersByTimeAsync(500);
  ring();
  expect(pull).toHaveBeenCalledTimes(2);
  expect(report).toHaveBeenCalledExactlyOnceWith(bug);
});
