// The presets: valid, without contradictions, in whole seconds (imds.md 7).
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { instance } from '../world.ts';
import { factIssues } from './consistency.ts';
import { CREATED_AT } from './example.ts';
import { PRESET_NAMES } from './preset-names.ts';
import { presetFacts, presetInstance, PRESETS, presetUserData } from './presets.ts';

const names = fc.constantFrom(...PRESET_NAMES);
const moments = fc.integer({ min: 0, max: 4_000_000_000_000 });

test('every preset is a valid instance at any moment, its times in whole seconds', () => {
  fc.assert(
    fc.property(names, moments, (name, now) => {
      const made = presetInstance(name, now);
      expect(instance.parse(made)).toEqual(made);
      const times = [made.createdAt, made.changedAt, made.facts.launchTime];
      expect(times).toEqual(times.map(() => Math.floor(now / 1000) * 1000));
    }),
  );
});

test.each(PRESET_NAMES)('%s contradicts itself nowhere', (name) => {
  expect(factIssues(presetFacts(name, CREATED_AT))).toEqual([]);
});

test.each(PRESET_NAMES)('%s is described in one line', (name) => {
  expect(PRESETS[name].doc).toMatch(/^[^\n]+\.$/);
});

test('spot is the instance out of the box', () => {
  const made = presetInstance('spot', CREATED_AT);
  expect(made.facts).toMatchObject({
    accountId: '123456789012',
    region: 'us-east-1',
    availabilityZone: 'us-east-1a',
    availabilityZoneId: 'use1-az4',
    instanceId: 'i-0f3a27b9d04ec91e5',
    instanceType: 'm7g.large',
    architecture: 'arm64',
    lifeCycle: 'spot',
    system: 'nitro',
    launchTime: CREATED_AT,
    keyPair: { name: 'metadeck-key' },
    instanceProfile: { profileName: 'metadeck-profile', roleName: 'metadeck-role' },
    tags: { Name: 'checkout', Environment: 'staging' },
    lifecycleState: null,
    hibernation: null,
  });
  expect(made).toMatchObject({ overrides: {}, userData: null, events: [] });
  expect(made.options).toEqual({
    httpTokens: 'optional',
    httpEndpoint: 'enabled',
    httpPutResponseHopLimit: 1,
    httpProtocolIpv6: 'disabled',
    instanceMetadataTags: 'enabled',
  });
  expect(made.audience.spot).toEqual({ kind: 'first', count: 2 });
  expect(presetUserData('spot')).toBeNull();
});
