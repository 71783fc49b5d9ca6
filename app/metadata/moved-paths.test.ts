// Overrides move with the directory that a fact names.
import { expect, test } from 'vitest';
import { exampleFacts, exampleInterface, MACS, secondInterface } from './instance.example.ts';
import { movedOverrides } from './moved-paths.ts';

const before = exampleFacts({ interfaces: [exampleInterface(), secondInterface()] });
const SECOND = MACS.replace(/11$/, '12');
const MOVED = MACS.replace(/11$/, '99');
const VALUE = { value: 'x' };

test('a MAC address takes along what is overridden in its directory, and nothing else', () => {
  const after = exampleFacts({ interfaces: [exampleInterface({ mac: '0e:49:61:0f:c3:99' }), secondInterface()] });
  const overrides = { [`${MACS}/mac`]: VALUE, [`${SECOND}/mac`]: VALUE, 'meta-data/mac': VALUE };
  expect(movedOverrides(overrides, before, after)).toEqual({
    [`${MOVED}/mac`]: VALUE,
    [`${SECOND}/mac`]: VALUE,
    'meta-data/mac': VALUE,
  });
});

test('a role takes along the override of its credentials', () => {
  const instanceProfile = { profileId: 'AIPAQ4M7WZ2KXJ5NBT3RV', profileName: 'profile', roleName: 'other' };
  const overrides = { 'meta-data/iam/security-credentials/metadeck-role': { absent: true as const } };
  expect(movedOverrides(overrides, before, { ...before, instanceProfile })).toEqual({
    'meta-data/iam/security-credentials/other': { absent: true },
  });
});

test.each([
  ['an interface that is taken away', exampleFacts({ interfaces: [exampleInterface()] })],
  ['interfaces in another order', exampleFacts({ interfaces: [secondInterface(), exampleInterface()] })],
  ['no instance profile any more', { ...before, instanceProfile: null }],
  ['another region', { ...before, region: 'eu-west-1' }],
])('%s moves nothing: the same object', (_what, after) => {
  const overrides = { [`${MACS}/mac`]: VALUE, [`${SECOND}/mac`]: VALUE };
  expect(movedOverrides(overrides, before, after)).toBe(overrides);
});
