// What is served contradicts itself nowhere: every preset, and facts at random; read from the wire's side, not from the facts (imds.md 1).
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fixedAbilities } from '../abilities.example.ts';
import { compileSite, leavesOf } from '../ec2/site.ts';
import type { Instance } from '../world/world.ts';
import { patchFacts } from './edit.ts';
import { CREATED_AT } from './instance.example.ts';
import type { NetworkInterface } from './facts/facts.ts';
import { liesIn } from './facts/ip.ts';
import { PRESET_NAMES } from './presets/names.ts';
import { presetInstance } from './presets/presets.ts';
import { servedBody } from './signatures.ts';

const NAMES = PRESET_NAMES.filter((name) => name !== 'aemm');
const MACS = 'meta-data/network/interfaces/macs/';
const EVERYTHING = { spot: true, maintenance: true, lifecycle: true };

type Served = ReadonlyMap<string, string>;

function servedBy(instance: Instance): Map<string, string> {
  const abilities = fixedAbilities();
  const leaves = leavesOf(compileSite(abilities, instance, EVERYTHING, CREATED_AT));
  return new Map([...leaves].map(([path, { body }]) => [path, String(servedBody(abilities, body))]));
}

const lines = (text: string | undefined) => (text === undefined ? [] : text.split('\n'));

function at(served: Served, path: string): string {
  return served.get(path) ?? '';
}

/** Domain and partition, and the domain of private names, as AWS documents them for a region. */
function regional(region: string) {
  if (region.startsWith('cn-')) return { domain: 'amazonaws.com.cn', partition: 'aws-cn' };
  return { domain: 'amazonaws.com', partition: region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws' };
}

function privateNames(served: Served, address: string | undefined): string[] {
  const region = at(served, 'meta-data/placement/region');
  const domain = region === 'us-east-1' ? 'ec2.internal' : `${region}.compute.internal`;
  const byId = `${at(served, 'meta-data/instance-id')}.${domain}`;
  return address === undefined ? [byId] : [byId, `ip-${address.replaceAll('.', '-')}.${domain}`];
}

function publicName(served: Served, address: string): string {
  const region = at(served, 'meta-data/placement/region');
  const place = region === 'us-east-1' ? 'compute-1' : `${region}.compute`;
  return `ec2-${address.replaceAll('.', '-')}.${place}.${regional(region).domain}`;
}

type Check = (served: Served) => boolean;

const DOCUMENT: Record<string, string> = {
  availabilityZone: 'meta-data/placement/availability-zone',
  region: 'meta-data/placement/region',
  instanceId: 'meta-data/instance-id',
  instanceType: 'meta-data/instance-type',
  imageId: 'meta-data/ami-id',
  privateIp: 'meta-data/local-ipv4',
  kernelId: 'meta-data/kernel-id',
  ramdiskId: 'meta-data/ramdisk-id',
};

function documentOf(served: Served): Record<string, unknown> {
  return JSON.parse(at(served, 'dynamic/instance-identity/document')) as Record<string, unknown>;
}

/** The directory of device 0, and all of them. */
function directories(served: Served): string[] {
  return [...served.keys()].filter((path) => path.startsWith(MACS) && path.endsWith('/mac')).map((p) => p.slice(0, -3));
}

function eachDirectory(served: Served, check: (own: (leaf: string) => string | undefined, path: string) => boolean) {
  return directories(served).every((path) => check((leaf) => served.get(path + leaf), path));
}

/** Every address of one list in a block of another; a list that is not there holds none. */
function allIn(inner: string | undefined, blocks: string | undefined): boolean {
  return lines(inner).every((one) => lines(blocks).some((block) => liesIn(one, block)));
}

const TOP: Record<string, string> = {
  mac: 'mac',
  hostname: 'local-hostname',
  'local-hostname': 'local-hostname',
  'public-hostname': 'public-hostname',
  'security-groups': 'security-groups',
};

const CHECKS: Record<string, Check> = {
  'the zone is of the region': (served) =>
    /^[a-f]$/.test(
      at(served, 'meta-data/placement/availability-zone').replace(at(served, 'meta-data/placement/region'), ''),
    ),
  'domain and partition are those of the region': (served) => {
    const { domain, partition } = regional(at(served, 'meta-data/placement/region'));
    return (
      at(served, 'meta-data/services/domain') === domain && at(served, 'meta-data/services/partition') === partition
    );
  },
  'the identity document says what the tree says': (served) => {
    const document = documentOf(served);
    return Object.entries(DOCUMENT).every(([key, path]) => document[key] === (served.get(path) ?? null));
  },
  'the account is the same everywhere': (served) => {
    const { accountId } = documentOf(served);
    const info = JSON.parse(at(served, 'meta-data/identity-credentials/ec2/info')) as Record<string, unknown>;
    return info['AccountId'] === accountId && eachDirectory(served, (own) => own('owner-id') === accountId);
  },
  'the ARN of the profile has partition and account': (served) => {
    const info = served.get('meta-data/iam/info');
    if (info === undefined) return true;
    const arn = String((JSON.parse(info) as Record<string, unknown>)['InstanceProfileArn']);
    const start = `arn:${at(served, 'meta-data/services/partition')}:iam::${String(documentOf(served)['accountId'])}:`;
    return arn.startsWith(`${start}instance-profile/`);
  },
  'the top level is that of device 0': (served) => {
    const primary = directories(served).find((path) => served.get(`${path}device-number`) === '0') ?? '';
    const own = (leaf: string) => served.get(primary + leaf);
    const same = Object.entries(TOP).every(([top, leaf]) => served.get(`meta-data/${top}`) === own(leaf));
    const firsts = [
      [served.get('meta-data/local-ipv4'), lines(own('local-ipv4s'))[0]],
      [served.get('meta-data/public-ipv4'), lines(own('public-ipv4s'))[0]],
      [served.get('meta-data/ipv6'), lines(own('ipv6s'))[0]],
    ];
    return (
      same && firsts.every(([top, first]) => top === first) && primary.endsWith(`/${at(served, 'meta-data/mac')}/`)
    );
  },
  'each directory is named by its MAC address': (served) =>
    eachDirectory(served, (own, path) => path === `${MACS}${own('mac') ?? ''}/`),
  'host names follow the addresses': (served) =>
    eachDirectory(served, (own) => {
      const [address] = lines(own('local-ipv4s'));
      const [first = ''] = lines(own('public-ipv4s'));
      const name = own('public-hostname');
      const agrees = name === undefined || name === publicName(served, first);
      return agrees && privateNames(served, address).includes(own('local-hostname') ?? '');
    }),
  'addresses and prefixes lie in the subnet': (served) =>
    eachDirectory(
      served,
      (own) =>
        allIn(own('local-ipv4s'), own('subnet-ipv4-cidr-block')) &&
        allIn(own('ipv6s'), own('subnet-ipv6-cidr-blocks')) &&
        allIn(own('ipv4-prefix'), own('subnet-ipv4-cidr-block')) &&
        allIn(own('ipv6-prefix'), own('subnet-ipv6-cidr-blocks')),
    ),
  'the subnet lies in the VPC': (served) =>
    eachDirectory(
      served,
      (own) =>
        allIn(own('subnet-ipv4-cidr-block'), own('vpc-ipv4-cidr-blocks')) &&
        allIn(own('subnet-ipv6-cidr-blocks'), own('vpc-ipv6-cidr-blocks')) &&
        own('vpc-ipv4-cidr-block') === lines(own('vpc-ipv4-cidr-blocks'))[0],
    ),
  'public addresses lead to private ones of the interface': (served) =>
    eachDirectory(served, (own, path) => {
      const known = [...served.keys()].filter((one) => one.startsWith(`${path}ipv4-associations/`));
      const leads = known.every((one) => lines(served.get(one)).every((to) => lines(own('local-ipv4s')).includes(to)));
      return leads && known.length === lines(own('public-ipv4s')).length;
    }),
};

function broken(served: Served): string[] {
  return Object.entries(CHECKS).flatMap(([name, holds]) => (holds(served) ? [] : [name]));
}

test.each(NAMES)('%s contradicts itself nowhere on the wire', (name) => {
  expect(broken(servedBy(presetInstance(name, CREATED_AT)))).toEqual([]);
});

const OTHER_ZONE = 'us-west-2a';
const PRIMARY = `${MACS}0e:49:61:0f:c3:11`;

test.each<[string, string, string]>([
  ['the zone is of the region', 'meta-data/placement/availability-zone', OTHER_ZONE],
  ['domain and partition are those of the region', 'meta-data/services/domain', 'amazonaws.com.cn'],
  ['the identity document says what the tree says', 'meta-data/ami-id', 'ami-0123abcd'],
  ['the account is the same everywhere', `${PRIMARY}/owner-id`, '999999999999'],
  ['the ARN of the profile has partition and account', 'meta-data/services/partition', 'aws-cn'],
  ['the top level is that of device 0', 'meta-data/public-ipv4', '203.0.113.99'],
  ['each directory is named by its MAC address', `${PRIMARY}/mac`, '0e:49:61:0f:c3:99'],
  ['host names follow the addresses', `${PRIMARY}/local-hostname`, 'ip-10-0-12-35.ec2.internal'],
  ['addresses and prefixes lie in the subnet', `${PRIMARY}/ipv6s`, '2001:db8:9::1'],
  ['the subnet lies in the VPC', `${PRIMARY}/subnet-ipv4-cidr-block`, '10.1.0.0/20'],
  ['public addresses lead to private ones of the interface', `${PRIMARY}/ipv4-associations/203.0.113.25`, '10.0.12.35'],
])('%s: noticed where %s is otherwise', (check, path, value) => {
  const served = servedBy(presetInstance('spot', CREATED_AT));
  expect(served.has(path)).toBe(true);
  expect(broken(new Map(served).set(path, value))).toContain(check);
});

const REGIONS = [
  'us-east-1',
  'eu-west-1',
  'ap-southeast-2',
  'cn-north-1',
  'cn-northwest-1',
  'us-gov-west-1',
  'us-gov-east-1',
];
const some = (max: number, from = 0) => fc.integer({ min: from, max });
const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789abcdef')), minLength: length, maxLength: length });

/** An interface in a subnet of its own: with IPv4, IPv6 or both, so many addresses of each, and prefixes. */
const shape = fc.record({
  kind: fc.constantFrom('ipv4', 'ipv6', 'both'),
  addresses: some(4, 1),
  publics: some(3),
  prefixes: some(2),
  id: hex(17),
});

const count = (length: number) => Array.from({ length }, (_, index) => index);

function interfaceOf(
  given: { kind: string; addresses: number; publics: number; prefixes: number; id: string },
  n: number,
) {
  const has4 = given.kind !== 'ipv6';
  const has6 = given.kind !== 'ipv4';
  const privateIpv4s = has4 ? count(given.addresses).map((i) => `10.${n}.0.${10 + i}`) : [];
  const made: NetworkInterface = {
    mac: `0e:00:00:00:00:0${n}`,
    deviceNumber: n,
    interfaceId: `eni-${given.id}`,
    networkCard: null,
    privateIpv4s,
    publicIpv4s: privateIpv4s
      .slice(0, given.publics)
      .map((privateIp, i) => ({ publicIp: `203.0.113.${10 * n + i + 1}`, privateIp })),
    ipv6s: has6 ? count(given.addresses).map((i) => `2001:db8:${n}::${i + 1}`) : [],
    ipv4Prefixes: has4 ? count(given.prefixes).map((i) => `10.${n}.1.${16 * i}/28`) : [],
    ipv6Prefixes: has6 ? count(given.prefixes).map((i) => `2001:db8:${n}:0:${i + 1}::/80`) : [],
    subnetId: `subnet-0000000${n}`,
    subnetIpv4Cidr: has4 ? `10.${n}.0.0/20` : null,
    subnetIpv6Cidrs: has6 ? [`2001:db8:${n}:0:0:0:0:0/64`] : [],
    vpcId: `vpc-0000000${n}`,
    vpcIpv4Cidrs: [`10.${n}.0.0/16`],
    vpcIpv6Cidrs: has6 ? [`2001:db8:${n}:0:0:0:0:0/56`] : [],
    securityGroups: [{ id: `sg-0000000${n}`, name: `group-${n}` }],
  };
  return made;
}

const randomFacts = fc.record(
  {
    region: fc.constantFrom(...REGIONS),
    accountId: some(999_999_999_999).map((number) => String(number).padStart(12, '0')),
    instanceId: hex(17).map((id) => `i-${id}`),
    instanceType: fc.constantFrom('t3.micro', 'c7gn.16xlarge', 'm7i-flex.large', 'u-6tb1.metal'),
    hostnameType: fc.constantFrom('ip-name' as const, 'resource-name' as const),
    dnsHostnames: fc.boolean(),
    productCodes: fc.constantFrom<string[]>([], ['1abc2'], ['1abc2', '3def4']),
    instanceProfile: fc.constantFrom(null, { profileId: 'AIPAQ4M7WZ2KXJ5NBT3RV', profileName: 'p', roleName: 'r' }),
    interfaces: fc
      .uniqueArray(shape, { selector: ({ id }) => id, minLength: 1, maxLength: 3 })
      .map((all) => all.map(interfaceOf)),
  },
  { requiredKeys: [] },
);

test('any facts that are accepted contradict themselves nowhere on the wire', () => {
  fc.assert(
    fc.property(fc.constantFrom(...NAMES), randomFacts, (name, patch) => {
      const patched = patchFacts(presetInstance(name, CREATED_AT), patch);
      if (!patched.ok) throw new Error(patched.error.message);
      expect(broken(servedBy(patched.data))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
