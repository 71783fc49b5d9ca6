// The catalogue: one directory for each network interface, named by its MAC address (imds.md 1.3, network/interfaces/macs).
import type { About, Entry, Source } from './entry.ts';
import { entry, linesOf, numberIn, resetOf } from './entry.ts';
import { publicHostname } from '../facts/hostnames.ts';
import {
  interfaceAt,
  joined,
  listOnInterface,
  onInterface,
  publicAddresses,
  textOnInterface,
  withChanged,
  withAssociation,
  withPrivateIpv4s,
  withPublicIpv4s,
} from '../facts/network-facts.ts';
import { groupIds, groupNames } from '../facts/security-groups.ts';
import { PRIVATE_NAME, privateName } from './private-name.ts';

/** The directory of one interface. */
export const INTERFACE_PATH = 'meta-data/network/interfaces/macs/{mac}';

const IN_TABLE_FROM_THE_START = '2011-01-01';

function leaf(name: string, about: Omit<About, 'since'> & { since?: string | null }, source: Source): Entry {
  return entry(`${INTERFACE_PATH}/${name}`, { since: IN_TABLE_FROM_THE_START, ...about }, source);
}

/** The private addresses of each public one: a directory of its own. */
const associations: Source = {
  read: ({ interfaces }) =>
    interfaces.flatMap((given) =>
      publicAddresses(given).map((publicIp) => ({
        parts: { mac: given.mac, 'public-ip': publicIp },
        body: given.publicIpv4s
          .filter((association) => association.publicIp === publicIp)
          .map(({ privateIp }) => privateIp)
          .join('\n'),
      })),
    ),
  write: (facts, value, parts) => {
    const target = interfaceAt(facts, parts);
    return target && withChanged(facts, target, withAssociation(target, parts['public-ip'] ?? '', linesOf(value)));
  },
  reset: (facts, parts, preset) => {
    const target = interfaceAt(facts, parts);
    const original = target && preset.interfaces[facts.interfaces.indexOf(target)];
    return original && withChanged(facts, target, { publicIpv4s: original.publicIpv4s });
  },
};

const ownerId: Source = {
  ...onInterface((_given, { accountId }) => accountId),
  write: (facts, accountId, parts) => interfaceAt(facts, parts) && { accountId },
  ...resetOf('accountId'),
};

export const NETWORK: Entry[] = [
  leaf(
    'device-number',
    { kind: 'number', fact: 'device number', doc: 'The device index of the interface; the primary one is 0.' },
    onInterface(
      ({ deviceNumber }) => String(deviceNumber),
      (_given, value) => ({ deviceNumber: numberIn(value) }),
    ),
  ),
  leaf(
    'interface-id',
    { kind: 'text', fact: 'interface id', doc: 'The id of the network interface.' },
    textOnInterface('interfaceId'),
  ),
  leaf(
    'ipv4-associations/{public-ip}',
    {
      kind: 'lines',
      fact: 'public IPv4 association',
      doc: 'The private IPv4 addresses that this public one leads to.',
    },
    associations,
  ),
  leaf(
    'ipv4-prefix',
    {
      kind: 'lines',
      since: null,
      fact: 'IPv4 prefixes',
      doc: 'The IPv4 prefixes delegated to the interface, one a line.',
    },
    listOnInterface('ipv4Prefixes'),
  ),
  leaf(
    'ipv6-prefix',
    {
      kind: 'lines',
      since: null,
      fact: 'IPv6 prefixes',
      doc: 'The IPv6 prefixes delegated to the interface, one a line.',
    },
    listOnInterface('ipv6Prefixes'),
  ),
  leaf(
    'ipv6s',
    { kind: 'lines', since: '2016-06-30', fact: 'IPv6 addresses', doc: 'The IPv6 addresses, one a line.' },
    listOnInterface('ipv6s'),
  ),
  leaf(
    'local-hostname',
    { ...PRIVATE_NAME, since: '2007-01-19', doc: 'The private DNS name of the interface.' },
    privateName(onInterface),
  ),
  leaf(
    'local-ipv4s',
    {
      kind: 'lines',
      fact: 'private IPv4 addresses',
      doc: 'The private IPv4 addresses, the primary one first, one a line.',
    },
    onInterface(
      ({ privateIpv4s }) => joined(privateIpv4s),
      (given, value) => withPrivateIpv4s(given, linesOf(value)),
    ),
  ),
  leaf(
    'mac',
    { kind: 'mac', fact: 'MAC address', doc: 'The MAC address; it names this directory.' },
    textOnInterface('mac'),
  ),
  leaf(
    'network-card',
    {
      kind: 'number',
      since: '2020-11-01',
      fact: 'network card',
      doc: 'The index of the network card, on instance types with several.',
    },
    onInterface(
      ({ networkCard }) => networkCard?.toString(),
      (_given, value) => ({ networkCard: numberIn(value) }),
    ),
  ),
  leaf('owner-id', { kind: 'text', fact: 'account id', doc: 'The account that owns the interface.' }, ownerId),
  leaf(
    'public-hostname',
    { kind: 'text', doc: 'The public DNS name of the interface, where the VPC gives one.' },
    { ...onInterface((given, facts) => publicHostname(facts, given)), ...resetOf('dnsHostnames') },
  ),
  leaf(
    'public-ipv4s',
    { kind: 'lines', fact: 'public IPv4 addresses', doc: 'The public and Elastic IP addresses, one a line.' },
    onInterface(
      (given) => joined(publicAddresses(given)),
      (given, value) => withPublicIpv4s(given, linesOf(value)),
    ),
  ),
  leaf(
    'security-group-ids',
    { kind: 'lines', fact: 'security group ids', doc: 'The ids of the security groups, one a line.' },
    groupIds(onInterface),
  ),
  leaf(
    'security-groups',
    { kind: 'lines', fact: 'security groups', doc: 'The names of the security groups, one a line.' },
    groupNames(onInterface),
  ),
  leaf(
    'subnet-id',
    { kind: 'text', fact: 'subnet id', doc: 'The subnet of the interface.' },
    textOnInterface('subnetId'),
  ),
  leaf(
    'subnet-ipv4-cidr-block',
    { kind: 'cidr', fact: 'subnet IPv4 block', doc: 'The IPv4 block of the subnet; it lies in a block of the VPC.' },
    onInterface(
      ({ subnetIpv4Cidr, privateIpv4s }) => (privateIpv4s.length > 0 ? subnetIpv4Cidr : null),
      (_given, subnetIpv4Cidr) => ({ subnetIpv4Cidr }),
      'subnetId',
    ),
  ),
  leaf(
    'subnet-ipv6-cidr-blocks',
    {
      kind: 'lines',
      since: '2016-06-30',
      fact: 'subnet IPv6 blocks',
      doc: 'The IPv6 blocks of the subnet, one a line.',
    },
    listOnInterface('subnetIpv6Cidrs', 'subnetId'),
  ),
  leaf('vpc-id', { kind: 'text', fact: 'VPC id', doc: 'The VPC of the interface.' }, textOnInterface('vpcId', 'vpcId')),
  leaf(
    'vpc-ipv4-cidr-block',
    { kind: 'cidr', fact: 'primary IPv4 block of the VPC', doc: 'The primary IPv4 block of the VPC.' },
    onInterface(
      ({ vpcIpv4Cidrs, privateIpv4s }) => (privateIpv4s.length > 0 ? vpcIpv4Cidrs[0] : null),
      ({ vpcIpv4Cidrs }, value) => ({ vpcIpv4Cidrs: [value, ...vpcIpv4Cidrs.slice(1)] }),
      'vpcId',
    ),
  ),
  leaf(
    'vpc-ipv4-cidr-blocks',
    {
      kind: 'lines',
      since: '2016-06-30',
      fact: 'IPv4 blocks of the VPC',
      doc: 'The IPv4 blocks of the VPC, the primary one first, one a line.',
    },
    onInterface(
      ({ vpcIpv4Cidrs, privateIpv4s }) => (privateIpv4s.length > 0 ? joined(vpcIpv4Cidrs) : null),
      (_given, value) => ({ vpcIpv4Cidrs: linesOf(value) }),
      'vpcId',
    ),
  ),
  leaf(
    'vpc-ipv6-cidr-blocks',
    {
      kind: 'lines',
      since: '2016-06-30',
      fact: 'IPv6 blocks of the VPC',
      doc: 'The IPv6 blocks of the VPC, one a line.',
    },
    listOnInterface('vpcIpv6Cidrs', 'vpcId'),
  ),
];
