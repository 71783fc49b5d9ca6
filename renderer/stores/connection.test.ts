// A break shows only once it has lasted; a page without a token is told at once.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useConnection } from './connection.ts';

beforeEach(() => {
  vi.useFakeTimers();
  useConnection.getState().connected();
});
afterEach(() => vi.useRealTimers());

const seen = () => {
  const { state, gone } = useConnection.getState();
  return { state, gone };
};

test('a blink of a break is never seen', () => {
  void useConnection.getState().broken(5000);
  vi.advanceTimersByTime(999);
  expect(seen()).toEqual({ state: 'reconnecting', gone: false });
  useConnection.getState().connected();
  vi.advanceTimersByTime(5000);
  expect(seen()).toEqual({ state: 'connected', gone: false });
});

test('one that lasts is seen, over several attempts, until it is mended', () => {
  const { mended } = useConnection.getState();
  void useConnection.getState().broken(600);
  vi.advanceTimersByTime(600);
  void useConnection.getState().broken(600);
  vi.advanceTimersByTime(400);
  expect(seen()).toEqual({ state: 'reconnecting', gone: true });
  useConnection.getState().connected();
  expect(seen()).toEqual({ state: 'connected', gone: false });
  expect(useConnection.getState().mended).toBe(mended + 1);
});

test('a page without a token is seen to be one at once, and waits for somebody', async () => {
  const again = useConnection.getState().refused();
  expect(seen()).toEqual({ state: 'refused', gone: true });
  useConnection.getState().tryAgain();
  await again;
});
