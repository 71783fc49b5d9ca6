// The bell: at most 20 times a second, and only the latest (design.md 2, 4).
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Bell } from '../app/contract/server.ts';
import { createDoorbell } from './doorbell.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function belled() {
  let revision = 0;
  const heard: number[] = [];
  const failed = vi.fn<(error: unknown) => void>();
  const doorbell = createDoorbell((): Bell => ({ run: 'r', world: revision, traffic: 0, log: 0 }), failed);
  const stop = doorbell.listen(({ world }) => heard.push(world));
  const change = (): void => {
    revision += 1;
    doorbell.ring();
  };
  return { doorbell, heard, stop, change, failed };
}

test('the first ring is heard at once', () => {
  const { heard, change } = belled();
  change();
  expect(heard).toEqual([1]);
});

test('those that follow are heard as one, with the latest, as soon as 50 ms have passed', () => {
  const { heard, change } = belled();
  for (let i = 0; i < 5; i++) change();
  vi.advanceTimersByTime(49);
  expect(heard).toEqual([1]);
  vi.advanceTimersByTime(1);
  expect(heard).toEqual([1, 5]);
});

test('at most 20 times a second, whatever happens', () => {
  const { heard, change } = belled();
  for (let i = 0; i < 1000; i++) {
    change();
    vi.advanceTimersByTime(1);
  }
  expect(heard.length).toBeLessThanOrEqual(21);
  expect(heard.length).toBeGreaterThanOrEqual(20);
});

test('the last change is always heard', () => {
  const { heard, change } = belled();
  for (let i = 0; i < 7; i++) change();
  vi.advanceTimersByTime(1000);
  expect(heard.at(-1)).toBe(7);
});

test('after a pause it is heard at once again, and silence is silent', () => {
  const { heard, change } = belled();
  change();
  vi.advanceTimersByTime(1000);
  expect(heard).toEqual([1]);
  change();
  expect(heard).toEqual([1, 2]);
});

test('who stopped listening hears nothing, and others still do', () => {
  const { doorbell, heard, stop, change } = belled();
  const other = vi.fn<() => void>();
  doorbell.listen(other);
  stop();
  change();
  expect(heard).toEqual([]);
  expect(other).toHaveBeenCalledOnce();
});

test('closed, it rings no more and holds no timer', () => {
  const { doorbell, heard, change } = belled();
  change();
  change();
  doorbell.close();
  vi.advanceTimersByTime(1000);
  expect(heard).toEqual([1]);
  expect(vi.getTimerCount()).toBe(0);
});

test('what a listener throws is told, and the others hear', () => {
  const { doorbell, heard, change, stop, failed } = belled();
  const broken = new Error('It broke.');
  stop();
  doorbell.listen(() => {
    throw broken;
  });
  doorbell.listen(({ world }) => heard.push(world));
  change();
  change();
  vi.advanceTimersByTime(50);
  expect([heard, failed.mock.calls]).toEqual([
    [1, 2],
    [[broken], [broken]],
  ]);
});
