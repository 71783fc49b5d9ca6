// The presets: valid, without contradictions, in whole seconds (imds.md 7).
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { instance } from '../../world/world.ts';
import { factIssues } from '../facts/consistency.ts';
import { CREATED_AT } from '../instance.example.ts';
import { architectureOf, instanceTypes, systemOf } from '../instance-types/types.ts';
import { zoneIdOf } from '../regions/regions.ts';
import { fixedAbilities } from '../../abilities.example.ts';
import { PRESET_NAMES, type PresetName } from './names.ts';
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

test.each(PRESET_NAMES)(
  '%s is where AWS has a zone of that id, on a type that is, with its processor and system',
  (name) => {
    const { region, availabilityZone, availabilityZoneId, instanceType, architecture, system } = presetFacts(
      name,
      CREATED_AT,
    );
    expect(zoneIdOf(region, availabilityZone)).toBe(availabilityZoneId);
    expect(instanceTypes()).toContain(instanceType);
    expect([architecture, system]).toEqual([architectureOf(instanceType, architecture), systemOf(instanceType)]);
  },
);

test.each(PRESET_NAMES)('%s is described in one line', (name) => {
  expect(PRESETS[name].doc).toMatch(/^[^\n]+\.$/);
});

function idsOf(name: PresetName): string[] {
  const { instanceId, amiId, reservationId, interfaces } = presetFacts(name, CREATED_AT);
  const own = interfaces.flatMap((given) => [given.mac, given.interfaceId, given.subnetId, given.vpcId]);
  return [instanceId, amiId, reservationId, ...own];
}

/** AEMM's facts are only for those who look at it. */
const OWN_FACTS = PRESET_NAMES.filter((name) => name !== 'aemm');

test.each(OWN_FACTS)('%s has ids and a MAC address of its own', (name) => {
  const others = OWN_FACTS.filter((one) => one !== name).flatMap(idsOf);
  expect(idsOf(name).filter((id) => others.includes(id))).toEqual([]);
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
  expect(made.audience.spot).toEqual({ kind: 'everyone' });
  expect(presetUserData('spot')).toBeNull();
});

const decoded = (name: PresetName) =>
  fixedAbilities().fromUtf8(fixedAbilities().fromBase64(presetUserData(name) ?? ''));

test.each<[PresetName, object, object]>([
  ['on-demand', { lifeCycle: 'on-demand', architecture: 'x86_64' }, { httpTokens: 'required' }],
  [
    'asg-spot',
    { lifeCycle: 'spot', lifecycleState: 'InService', tags: { 'aws:autoscaling:groupName': 'workers' } },
    { instanceMetadataTags: 'enabled' },
  ],
  [
    'eks-node',
    { tags: { 'eks:cluster-name': 'metadeck', 'eks:nodegroup-name': 'metadeck-nodes' } },
    { httpPutResponseHopLimit: 2 },
  ],
  [
    'windows',
    { instanceType: 'm6i.xlarge', architecture: 'x86_64', billingProducts: ['bp-6ba54002'] },
    { httpTokens: 'required' },
  ],
  ['ipv6-only', { hostnameType: 'resource-name' }, { httpProtocolIpv6: 'enabled' }],
  [
    'bare',
    { instanceProfile: null, keyPair: null, tags: {}, lifecycleState: null },
    { httpTokens: 'optional', httpPutResponseHopLimit: 1, instanceMetadataTags: 'disabled' },
  ],
])('%s has %j and the options %j', (name, facts, options) => {
  expect(presetInstance(name, CREATED_AT)).toMatchObject({ facts, options, overrides: {}, profile: 'ec2' });
});

test('eks-node has two interfaces, each with delegated prefixes, and a NodeConfig as user data', () => {
  const { interfaces } = presetFacts('eks-node', CREATED_AT);
  expect(interfaces.map(({ deviceNumber, ipv4Prefixes }) => [deviceNumber, ipv4Prefixes.length])).toEqual([
    [0, 1],
    [1, 2],
  ]);
  expect(decoded('eks-node')).toMatch(/^MIME-Version: 1\.0\n[^]*\nkind: NodeConfig\n[^]*\n--\/\/--$/);
});

test('windows has a PowerShell script as user data and an RSA key', () => {
  expect(decoded('windows')).toMatch(/^<powershell>\n[^]*\n<\/powershell>\n<persist>true<\/persist>\n$/);
  expect(presetFacts('windows', CREATED_AT).keyPair?.publicKey).toMatch(/^ssh-rsa /);
});

test('ipv6-only has no IPv4 address anywhere', () => {
  const { interfaces } = presetFacts('ipv6-only', CREATED_AT);
  expect(interfaces).toMatchObject([{ privateIpv4s: [], publicIpv4s: [], subnetIpv4Cidr: null }]);
  expect(interfaces.map(({ ipv6s }) => ipv6s.length)).toEqual([1]);
});

test('bare has no public address, no IPv6 and no user data', () => {
  expect(presetFacts('bare', CREATED_AT).interfaces).toMatchObject([{ publicIpv4s: [], ipv6s: [] }]);
  expect(presetUserData('bare')).toBeNull();
});
