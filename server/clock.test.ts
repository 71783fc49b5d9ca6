// The machine's clock: one timer, armed for the next boundary, and the clock looked at meanwhile, since it may be set.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { systemClock } from './clock.ts';

const DAY_MS = 86_400_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('it rings at that moment', () => {
  const ring = vi.fn<() => void>();
  const clock = systemClock();
  clock.arm(clock.now() + 500, ring);
  vi.advanceTimersByTime(499);
  expect(ring).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(ring).toHaveBeenCalledOnce();
});

test('what was armed before is replaced', () => {
  const [first, second] = [vi.fn<() => void>(), vi.fn<() => void>()];
  const clock = systemClock();
  clock.arm(clock.now() + 10, first);
  clock.arm(clock.now() + 20, second);
  vi.advanceTimersByTime(100);
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1]);
});

test('a moment that has passed rings soon, and not at once', () => {
  const ring = vi.fn<() => void>();
  const clock = systemClock();
  clock.arm(clock.now() - 5000, ring);
  expect(ring).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(ring).toHaveBeenCalledOnce();
});

test.each([2 * DAY_MS, 40 * DAY_MS])('%d ms ahead it rings at that moment and not before', (ahead) => {
  const ring = vi.fn<() => void>();
  const clock = systemClock();
  clock.arm(clock.now() + ahead, ring);
  vi.advanceTimersByTime(ahead - 1);
  expect(ring).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(ring).toHaveBeenCalledOnce();
});

test('a moment that never comes rings never', () => {
  const ring = vi.fn<() => void>();
  systemClock().arm(Number.MAX_VALUE, ring);
  vi.advanceTimersByTime(DAY_MS);
  expect(ring).not.toHaveBeenCalled();
});

test('where the clock jumps past that moment it rings within 30 s, once', () => {
  const ring = vi.fn<() => void>();
  const clock = systemClock();
  clock.arm(clock.now() + 600_000, ring);
  vi.setSystemTime(clock.now() + 660_000);
  vi.advanceTimersByTime(30_000);
  expect(ring).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(DAY_MS);
  expect(ring).toHaveBeenCalledOnce();
});

test('Infinity disarms', () => {
  const clock = systemClock();
  clock.arm(clock.now() + 10, vi.fn<() => void>());
  clock.arm(Number.POSITIVE_INFINITY, vi.fn<() => void>());
  expect(vi.getTimerCount()).toBe(0);
});
