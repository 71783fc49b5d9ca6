// The settings and their defaults.
import { expect, test } from 'vitest';
import { AEMM_DEFAULTS } from './defaults/defaults.ts';
import { aemmSettings } from './settings.ts';

test('the defaults are settings', () => {
  expect(aemmSettings.parse(AEMM_DEFAULTS)).toEqual(AEMM_DEFAULTS);
});

test('64 paths and 60 values of metadata: the five notices have no value, the event id no path', () => {
  const { paths, values } = AEMM_DEFAULTS.metadata;
  expect([Object.keys(paths).length, Object.keys(values).length]).toEqual([64, 60]);
  expect(Object.keys(paths).filter((key) => !(key in values))).toEqual([
    'events',
    'rebalance-rec-time',
    'spot',
    'spot-termination-time',
    'target-lifecycle-state',
  ]);
  expect(Object.keys(values).filter((key) => !(key in paths))).toEqual(['event-id']);
});

test.each([
  ['an unknown command', { command: 'spotitn' }],
  ['a part of a number', { 'mock-delay-sec': 1.5 }],
  ['an unknown key', { unknown: 1 }],
  ['a path that is no text', { metadata: { paths: { mac: 1 }, values: {} } }],
  [
    'too many keys',
    {
      metadata: { paths: {}, values: Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`key-${i}`, ''])) },
    },
  ],
])('%s is refused', (_name, changed) => {
  expect(aemmSettings.safeParse({ ...AEMM_DEFAULTS, ...changed }).success).toBe(false);
});
