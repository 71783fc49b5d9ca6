// Links in a why lead somewhere that is there.
import { expect, test } from 'vitest';
import { destinationOf } from './destination.ts';

test.each([
  ['event:spot-1', { kind: 'filter', word: 'event:spot-1' }],
  ['token:00ff', { kind: 'screen', screen: 'tokens', subject: '00ff' }],
  ['client:fe80::1', { kind: 'screen', screen: 'clients', subject: 'fe80::1' }],
  ['path:meta-data/mac', { kind: 'screen', screen: 'metadata', subject: 'meta-data/mac' }],
  ['instance:spot', { kind: 'screen', screen: 'metadata', subject: null }],
  ['audience:spot', { kind: 'element' }],
])('%s', (to, expected) => {
  expect(destinationOf(to)).toMatchObject(expected);
});

test('what is unknown, and what refers to nothing, is no link', () => {
  expect([destinationOf('fault:1'), destinationOf(undefined)]).toEqual([null, null]);
});
