// Every row of imds.md 1.2 to 1.5: there under its condition, and otherwise neither served nor listed.
import { expect, test } from 'vitest';
import { fixedAbilities } from '../../abilities.example.ts';
import { compileSite, nodeAt } from '../../ec2/site.ts';
import type { Instance } from '../../world/world.ts';
import { CATALOG } from './paths.ts';
import type { FactsPatch } from '../edit.ts';
import { CREATED_AT, example, exampleInterface, MACS } from '../instance.example.ts';

const NOBODY = { spot: false, maintenance: false, lifecycle: false };
const IPV4_ONLY = { interfaces: [exampleInterface({ ipv6s: [], subnetIpv6Cidrs: [], vpcIpv6Cidrs: [] })] };
const IPV6_ONLY = { interfaces: [exampleInterface({ privateIpv4s: [], publicIpv4s: [], subnetIpv4Cidr: null })] };
const PRIVATE = { interfaces: [exampleInterface({ publicIpv4s: [] })] };
const PREFIXES = {
  interfaces: [exampleInterface({ ipv4Prefixes: ['10.0.1.16/28'], ipv6Prefixes: ['2001:db8:8:4:3::/80'] })],
};
const CARD = { interfaces: [exampleInterface({ networkCard: 0 })] };

type Change = FactsPatch | ((instance: Instance) => Instance);

function served(change: Change) {
  const instance = typeof change === 'function' ? change(example()) : example(change);
  const site = compileSite(fixedAbilities(), instance, NOBODY, CREATED_AT);
  return (path: string) => nodeAt(site, 'latest', path);
}

/** True when the path is served, and when it is listed; its directory and those above it too. */
function places(path: string, change: Change): { served: boolean; listed: boolean } {
  const at = served(change);
  const levels = path.split('/').map((_, index, all) => all.slice(0, index + 1).join('/'));
  const isListed = (one: string) => {
    const cut = one.lastIndexOf('/');
    const body = String(at(cut < 0 ? '' : one.slice(0, cut))?.page.body ?? '');
    const name = one.slice(cut + 1);
    return body.split('\n').some((line) => line.replace(/\/$/, '') === name || line.startsWith(`${name}=`));
  };
  return { served: at(path)?.leaf !== undefined, listed: levels.every(isListed) };
}

const ALWAYS = [
  'meta-data/ami-id',
  'meta-data/ami-launch-index',
  'meta-data/ami-manifest-path',
  'meta-data/block-device-mapping/ami',
  'meta-data/block-device-mapping/root',
  'meta-data/events/maintenance/history',
  'meta-data/events/maintenance/scheduled',
  'meta-data/hostname',
  'meta-data/identity-credentials/ec2/info',
  'meta-data/identity-credentials/ec2/security-credentials/ec2-instance',
  'meta-data/instance-action',
  'meta-data/instance-id',
  'meta-data/instance-life-cycle',
  'meta-data/instance-type',
  'meta-data/local-hostname',
  'meta-data/mac',
  'meta-data/metrics/vhostmd',
  ...['device-number', 'interface-id', 'local-hostname', 'mac', 'owner-id'].map((leaf) => `${MACS}/${leaf}`),
  ...['security-group-ids', 'security-groups', 'subnet-id', 'vpc-id'].map((leaf) => `${MACS}/${leaf}`),
  'meta-data/placement/availability-zone',
  'meta-data/placement/availability-zone-id',
  'meta-data/placement/region',
  'meta-data/profile',
  'meta-data/reservation-id',
  'meta-data/security-groups',
  'meta-data/services/domain',
  'meta-data/services/partition',
  'meta-data/system',
  'dynamic/instance-identity/document',
  'dynamic/instance-identity/pkcs7',
  'dynamic/instance-identity/rsa2048',
  'dynamic/instance-identity/signature',
];

test.each(ALWAYS)('%s is always there', (path) => {
  const bare = { instanceProfile: null, keyPair: null, tags: {}, ...IPV6_ONLY };
  expect(places(path, {})).toEqual({ served: true, listed: true });
  expect(places(path, bare)).toEqual({ served: true, listed: true });
});

const withUserData = (instance: Instance): Instance => ({ ...instance, userData: 'IyEvYmluL3NoCg==' });
const withoutTags = (instance: Instance): Instance => ({
  ...instance,
  options: { ...instance.options, instanceMetadataTags: 'disabled' },
});

const CONDITIONAL: [path: string, there: Change, absent: Change][] = [
  ['meta-data/ipv6', {}, IPV4_ONLY],
  ['meta-data/kernel-id', { kernelId: 'aki-5c21674b' }, {}],
  ['meta-data/local-ipv4', {}, IPV6_ONLY],
  ['meta-data/product-codes', { productCodes: ['1abc2'] }, {}],
  ['meta-data/public-hostname', {}, { dnsHostnames: false }],
  ['meta-data/public-hostname', {}, PRIVATE],
  ['meta-data/public-ipv4', {}, PRIVATE],
  ['meta-data/ramdisk-id', { ramdiskId: 'ari-01bb5768' }, {}],
  ['meta-data/autoscaling/target-lifecycle-state', { lifecycleState: 'InService' }, {}],
  ['meta-data/block-device-mapping/ebs1', {}, { blockDevices: devices('root', 'ami') }],
  ['meta-data/block-device-mapping/ephemeral0', { blockDevices: devices('root', 'ami', 'ephemeral0') }, {}],
  ['meta-data/hibernation/configured', { hibernation: true }, {}],
  ['meta-data/iam/info', {}, { instanceProfile: null }],
  ['meta-data/iam/security-credentials/metadeck-role', {}, { instanceProfile: null }],
  [`${MACS}/ipv4-associations/203.0.113.25`, {}, PRIVATE],
  [`${MACS}/ipv4-prefix`, PREFIXES, {}],
  [`${MACS}/ipv6-prefix`, PREFIXES, {}],
  [`${MACS}/ipv6s`, {}, IPV4_ONLY],
  [`${MACS}/local-ipv4s`, {}, IPV6_ONLY],
  [`${MACS}/network-card`, CARD, {}],
  [`${MACS}/public-hostname`, {}, PRIVATE],
  [`${MACS}/public-ipv4s`, {}, PRIVATE],
  [`${MACS}/subnet-ipv4-cidr-block`, {}, IPV6_ONLY],
  [`${MACS}/subnet-ipv6-cidr-blocks`, {}, IPV4_ONLY],
  [`${MACS}/vpc-ipv4-cidr-block`, {}, IPV6_ONLY],
  [`${MACS}/vpc-ipv4-cidr-blocks`, {}, IPV6_ONLY],
  [`${MACS}/vpc-ipv6-cidr-blocks`, {}, IPV4_ONLY],
  ['meta-data/placement/group-name', { placementGroup: 'my-pg' }, {}],
  ['meta-data/placement/host-id', { hostId: 'h-0da999999f9999fb9' }, {}],
  ['meta-data/placement/partition-number', { placementGroup: 'my-pg', partitionNumber: 1 }, {}],
  ['meta-data/public-keys/0/openssh-key', {}, { keyPair: null }],
  ['meta-data/tags/instance/Name', {}, { tags: {} }],
  ['meta-data/tags/instance/Name', {}, withoutTags],
  ['user-data', withUserData, {}],
];

function devices(...names: string[]): { name: string; device: string }[] {
  return names.map((name) => ({ name, device: name.startsWith('e') ? 'sdb' : 'xvda' }));
}

test.each(CONDITIONAL)('%s is there with %j, and with %j neither served nor listed', (path, there, absent) => {
  expect(places(path, there)).toEqual({ served: true, listed: true });
  expect(places(path, absent)).toEqual({ served: false, listed: false });
});

/** What events bring is tested with the events; fws/ is served without being listed. */
const ELSEWHERE = ['meta-data/events/recommendations/rebalance', 'dynamic/fws/instance-monitoring'];
const SPOT = ['meta-data/spot/instance-action', 'meta-data/spot/termination-time'];

function fits(pattern: string[], path: string[]): boolean {
  return pattern.length === path.length && pattern.every((one, index) => one.startsWith('{') || one === path[index]);
}

test('the tables leave out no entry of the catalogue', () => {
  const paths = [...ALWAYS, ...CONDITIONAL.map(([path]) => path), ...ELSEWHERE, ...SPOT].map((path) => path.split('/'));
  const left = CATALOG.filter((entry) => !paths.some((path) => fits(entry.path.split('/'), path)));
  expect(left.map(({ path }) => path)).toEqual([]);
});
