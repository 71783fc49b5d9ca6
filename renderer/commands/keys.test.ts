// The keys of the commands as they are here: a letter of one's own before the usual one, and only where the key works.
import { afterEach, expect, test, vi } from 'vitest';
import type { KeyPress } from '../../app/commands.ts';
import { DEFAULT_SETTINGS } from '../../app/settings/defaults.ts';
import { tookSettings } from '../stores/settings.ts';

vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 (X11; Linux x86_64)' });
const { allKeysOf, commandAt, keysOf } = await import('./keys.ts');

afterEach(() => tookSettings(DEFAULT_SETTINGS));

function pressed(key: string, more: Partial<KeyPress> = {}): KeyPress {
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more };
}

test('keys are written as this system writes them', () => {
  expect([keysOf('spot.interrupt'), keysOf('spot.cancel')]).toEqual(['Ctrl+Enter', '']);
  expect(allKeysOf('world.redo')).toEqual(['Ctrl+Shift+Z', 'Ctrl+Y']);
});

test('a key starts its command where it works', () => {
  expect(commandAt(pressed('Enter', { ctrlKey: true }), () => true)).toBe('spot.interrupt');
  expect(commandAt(pressed('p'), (where) => where === 'request-list')).toBe('log.pause');
  expect(commandAt(pressed('p'), (where) => where !== 'request-list')).toBeUndefined();
});

test('a letter of one’s own takes the place of the usual one', () => {
  tookSettings({ ...DEFAULT_SETTINGS, letters: { 'log.pause': 'x' } });
  expect(keysOf('log.pause')).toBe('X');
  expect(commandAt(pressed('x'), () => true)).toBe('log.pause');
  expect(commandAt(pressed('p'), () => true)).toBeUndefined();
});
