// What the window's bridge answers, and what it makes of a call that could not be carried.
import { afterEach, expect, test, vi } from 'vitest';
import { done, failed } from '../../../app/result.ts';
import { windowBridge } from './bridge.ts';
import { NO_ANSWER } from './carrier.ts';

afterEach(() => vi.unstubAllGlobals());

function expose(call: () => Promise<unknown>): void {
  vi.stubGlobal('metadeck', { call, onChange: () => () => {} });
}

test('a browser has no bridge', () => {
  expect(windowBridge()).toBeNull();
});

test('an answer comes through as it is', async () => {
  const answer = done({ items: [] });
  expose(async () => answer);
  expect(await windowBridge()?.call('tokens.list', {})).toBe(answer);
});

test('a call that was rejected fails like any other', async () => {
  expose(async () => {
    throw new Error("Error invoking remote method 'control'");
  });
  expect(await windowBridge()?.call('tokens.list', {})).toEqual(failed('INTERNAL', NO_ANSWER));
});
