// Settings heal field by field (design.md 2, settings.ts).
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from './defaults.ts';
import { healSettings } from './heal.ts';
import { storedSettings } from './stored.ts';
import { settings } from './schema.ts';

test('the defaults are settings', () => {
  expect(settings.parse(DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS);
});

test('what is well formed is kept as it was', () => {
  const stored = { ...DEFAULT_SETTINGS, theme: 'dark', port: 0, host: '0.0.0.0', allowedHosts: ['imds.example.com'] };
  expect(healSettings(stored)).toEqual({ settings: stored, dropped: [] });
});

test('what is stored says its version, and reads back as it was', () => {
  const stored = storedSettings({ ...DEFAULT_SETTINGS, theme: 'high-contrast', letters: { 'log.pause': 'x' } });
  expect(stored.version).toBe(1);
  const { version: _, ...current } = stored;
  expect(healSettings(stored)).toEqual({ settings: current, dropped: [] });
});

test('a file of a later version is read as far as it is understood', () => {
  const stored = { version: 9, theme: 'dark', density: { rows: 30 } };
  expect(healSettings(stored)).toEqual({ settings: { ...DEFAULT_SETTINGS, theme: 'dark' }, dropped: ['density'] });
});

test('each damaged field falls back on its own, and is named', () => {
  const stored = { ...DEFAULT_SETTINGS, theme: 'pink', density: 'comfortable', port: 70_000 };
  expect(healSettings(stored)).toEqual({
    settings: { ...DEFAULT_SETTINGS, density: 'comfortable' },
    dropped: ['theme', 'port'],
  });
});

test('what is missing is as usual, and no damage', () => {
  expect(healSettings({ theme: 'light' })).toEqual({ settings: { ...DEFAULT_SETTINGS, theme: 'light' }, dropped: [] });
});

test('what is not known is left out', () => {
  expect(healSettings({ theme: 'light', colour: 'red' }).settings).toEqual({ ...DEFAULT_SETTINGS, theme: 'light' });
});

test.each([null, undefined, 7, 'text', [], [1]])('%j is no settings, and heals to the defaults', (stored) => {
  expect(healSettings(stored).settings).toEqual(DEFAULT_SETTINGS);
});

function allows(name: string): boolean {
  return settings.safeParse({ ...DEFAULT_SETTINGS, allowedHosts: [name] }).success;
}

test.each([
  [99, false],
  [100, true],
  [50_000, true],
  [50_001, false],
  [500.5, false],
])('%d requests kept: %s', (keptRequests, fits) => {
  expect(settings.safeParse({ ...DEFAULT_SETTINGS, keptRequests }).success).toBe(fits);
});

describe('allowed hosts', () => {
  test.each(['imds.example.com', '*.example.com', 'a', '10.0.0.1'])('%s', (name) => {
    expect(allows(name)).toBe(true);
  });

  test.each(['', '*', '*a.example', 'http://a', 'a:80', 'a b', '-a', 'a.', 'é.example'])('not %j', (name) => {
    expect(allows(name)).toBe(false);
  });
});
