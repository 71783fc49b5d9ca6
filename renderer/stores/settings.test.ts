// What a browser keeps of the settings: appearance only, healed field by field.
import { expect, test } from 'vitest';
import { isAppearance, ownFrom } from './settings.ts';

test('what was chosen in this browser is taken', () => {
  const kept = { theme: 'dark', letters: { 'log.pause': 'x' } };
  expect(ownFrom(kept)).toEqual(kept);
});

test('a damaged field is left out, and the others stay', () => {
  expect(ownFrom({ theme: 'pink', density: 'comfortable' })).toEqual({ density: 'comfortable' });
});

test('what is no matter of appearance is the server’s alone', () => {
  expect(ownFrom({ port: 99, times: 'utc' })).toEqual({ times: 'utc' });
  expect([isAppearance('port'), isAppearance('theme')]).toEqual([false, true]);
});

test.each([null, 'text', 7, []])('%j is nothing', (kept) => {
  expect(ownFrom(kept)).toEqual({});
});
