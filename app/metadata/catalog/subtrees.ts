// The catalogue: the directories below meta-data/ that come from facts, network interfaces and credentials aside (imds.md 1.3).
import { type Entry, type Source, computed, entry, flagFact, numberFact, resetOf, single, textFact } from './entry.ts';
import { LIFECYCLE_PATH } from '../../events/lifecycle.ts';
import { LIFECYCLE_STATES } from '../../events/kinds.ts';
import { partitionOf } from '../regions/regions.ts';

type Device = { name: string; device: string };

function withDevice(devices: Device[], name: string, device: string): Device[] {
  const known = devices.find((other) => other.name === name);
  if (!known) return [...devices, { name, device }];
  // `root` and `ami` name the same device, so one follows the other.
  const isTwin = (one: Device) => isRoot(name) && isRoot(one.name) && one.device === known.device;
  return devices.map((one) => (one.name === name || isTwin(one) ? { ...one, device } : one));
}

function isRoot(name: string): boolean {
  return name === 'ami' || name === 'root';
}

const blockDevice: Source = {
  read: ({ blockDevices }) => blockDevices.map(({ name, device }) => ({ parts: { device: name }, body: device })),
  write: ({ blockDevices }, value, { device = '' }) => ({ blockDevices: withDevice(blockDevices, device, value) }),
  reset: ({ blockDevices }, { device = '' }, preset) => {
    const original = preset.blockDevices.find(({ name }) => name === device);
    if (original) return { blockDevices: withDevice(blockDevices, device, original.device) };
    return { blockDevices: blockDevices.filter(({ name }) => name !== device) };
  },
};

function withoutTag(tags: Record<string, string>, key: string): Record<string, string> {
  return Object.fromEntries(Object.entries(tags).filter(([name]) => name !== key));
}

/** The tags that the preset has in its order, then the others. */
function inOrderOf(preset: object, tags: Record<string, string | undefined>): Record<string, string | undefined> {
  const first = Object.keys(preset).filter((key) => Object.hasOwn(tags, key));
  return { ...Object.fromEntries(first.map((key) => [key, tags[key]])), ...tags };
}

const tag: Source = {
  read: ({ tags }) => Object.entries(tags).map(([key, body]) => ({ parts: { key }, body })),
  write: ({ tags }, value, { key = '' }) => ({ tags: { ...tags, [key]: value } }),
  remove: ({ tags }, { key = '' }) => ({ tags: withoutTag(tags, key) }),
  reset: ({ tags }, { key = '' }, preset) => {
    if (!Object.hasOwn(preset.tags, key)) return { tags: withoutTag(tags, key) };
    const whole = { ...tags, [key]: preset.tags[key] };
    return { tags: Object.hasOwn(tags, key) ? whole : inOrderOf(preset.tags, whole) };
  },
};

const DEFAULT_KEY_NAME = 'my-key';

/** The key pair of one's own: named by the comment of the key. */
function newKeyPair(publicKey: string): { name: string; publicKey: string } {
  return { name: publicKey.split(' ').slice(2).join(' ') || DEFAULT_KEY_NAME, publicKey };
}

/** The one value that ends in an LF (imds.md 1.0). */
const publicKey: Source = {
  read: ({ keyPair }) => (keyPair ? [{ parts: { index: '0' }, body: `${keyPair.publicKey}\n` }] : []),
  write: ({ keyPair }, value, { index }) => {
    if (index !== '0') return undefined;
    const given = value.replace(/\r?\n$/, '');
    return { keyPair: keyPair ? { ...keyPair, publicKey: given } : newKeyPair(given) };
  },
  ...resetOf('keyPair'),
};

export const SUBTREES: Entry[] = [
  entry(
    LIFECYCLE_PATH,
    {
      kind: 'enum',
      since: '2021-07-15',
      fact: 'target lifecycle state',
      allowed: LIFECYCLE_STATES,
      doc: 'The state that its Auto Scaling group is bringing it to.',
    },
    textFact('lifecycleState'),
  ),
  entry(
    'meta-data/block-device-mapping/{device}',
    {
      kind: 'text',
      since: '2007-12-15',
      fact: 'block device',
      doc: 'The device of a volume: ami and root for the root volume, ebsN and ephemeralN for the others.',
    },
    blockDevice,
  ),
  entry(
    'meta-data/hibernation/configured',
    {
      kind: 'enum',
      since: null,
      fact: 'hibernation setting',
      allowed: ['true', 'false'],
      doc: 'Whether the instance is set up to hibernate.',
    },
    flagFact('hibernation', 'true', 'false'),
  ),
  entry(
    'meta-data/metrics/vhostmd',
    { kind: 'text', since: '2011-05-01', doc: 'No longer in use; only the head of an XML document is left.' },
    { read: () => single('<?xml version="1.0" encoding="UTF-8"?>') },
  ),
  entry(
    'meta-data/placement/availability-zone',
    {
      kind: 'text',
      since: '2008-02-01',
      fact: 'availability zone',
      doc: 'The Availability Zone: its region and a letter. The zone id follows it.',
    },
    textFact('availabilityZone'),
  ),
  entry(
    'meta-data/placement/availability-zone-id',
    {
      kind: 'text',
      since: '2019-10-01',
      fact: 'availability zone id',
      doc: 'The id of the Availability Zone, the same in every account.',
    },
    textFact('availabilityZoneId'),
  ),
  entry(
    'meta-data/placement/group-name',
    {
      kind: 'text',
      since: '2020-08-24',
      fact: 'placement group',
      doc: 'The placement group, for an instance in one.',
    },
    textFact('placementGroup'),
  ),
  entry(
    'meta-data/placement/host-id',
    { kind: 'text', since: '2020-08-24', fact: 'host id', doc: 'The Dedicated Host, for an instance on one.' },
    textFact('hostId'),
  ),
  entry(
    'meta-data/placement/partition-number',
    {
      kind: 'number',
      since: '2020-08-24',
      fact: 'partition number',
      doc: 'The partition, for an instance in a partition placement group.',
    },
    numberFact('partitionNumber'),
  ),
  entry(
    'meta-data/placement/region',
    {
      kind: 'text',
      since: '2020-08-24',
      fact: 'region',
      doc: 'The region. The zone, its id, host names, domain and partition follow it.',
    },
    textFact('region'),
  ),
  entry(
    'meta-data/public-keys/{index}/openssh-key',
    { kind: 'key', since: '1.0', fact: 'public key', doc: 'The public key of the key pair named at launch.' },
    publicKey,
  ),
  entry(
    'meta-data/services/domain',
    { kind: 'text', since: '2014-02-25', doc: 'The domain of the AWS services in the region.' },
    computed(({ region }) => partitionOf(region).domain),
  ),
  entry(
    'meta-data/services/partition',
    { kind: 'text', since: '2015-10-20', doc: 'The partition of AWS that the region belongs to.' },
    computed(({ region }) => partitionOf(region).name),
  ),
  entry(
    'meta-data/tags/instance/{key}',
    { kind: 'text', since: '2021-03-23', fact: 'tag', doc: 'The value of a tag of the instance.' },
    tag,
  ),
  entry(
    'dynamic/fws/instance-monitoring',
    {
      kind: 'enum',
      since: '2009-04-04',
      fact: 'detailed monitoring',
      allowed: ['enabled', 'disabled'],
      doc: 'Whether detailed monitoring is on; served, but in no listing.',
    },
    flagFact('detailedMonitoring', 'enabled', 'disabled'),
  ),
];
