// The catalogue: the values directly below meta-data/ (imds.md 1.2).
import type { Entry } from './entry.ts';
import { computed, entry, linesOf, numberFact, resetOf, single, textFact } from './entry.ts';
import { primaryInterface, publicHostname } from '../facts/hostnames.ts';
import { joined, onPrimary, publicAddresses, withPrivateIpv4s, withPublicIpv4s } from '../facts/network-facts.ts';
import { PRIVATE_NAME, privateName } from './private-name.ts';
import { groupNames } from '../facts/security-groups.ts';
import { INSTANCE_ACTIONS, LIFE_CYCLES, SYSTEMS } from '../facts/words.ts';

export const SCALARS: Entry[] = [
  entry(
    'meta-data/ami-id',
    { kind: 'text', since: '1.0', fact: 'AMI id', doc: 'The AMI that the instance was launched from.' },
    textFact('amiId'),
  ),
  entry(
    'meta-data/ami-launch-index',
    {
      kind: 'number',
      since: '1.0',
      fact: 'launch index',
      doc: 'Its place among instances launched by the same request; the first is 0.',
    },
    numberFact('amiLaunchIndex'),
  ),
  entry(
    'meta-data/ami-manifest-path',
    {
      kind: 'text',
      since: '1.0',
      fact: 'AMI manifest path',
      doc: 'Where the manifest of the AMI lies in S3; (unknown) for an AMI on EBS.',
    },
    textFact('amiManifestPath'),
  ),
  entry(
    'meta-data/hostname',
    { ...PRIVATE_NAME, since: '1.0', doc: 'The private DNS name, from the private address or the instance id.' },
    privateName(onPrimary),
  ),
  entry(
    'meta-data/instance-action',
    {
      kind: 'enum',
      since: '2008-09-01',
      fact: 'instance action',
      allowed: INSTANCE_ACTIONS,
      doc: 'Whether it should be rebooted to be bundled into an AMI.',
    },
    textFact('instanceAction'),
  ),
  entry(
    'meta-data/instance-id',
    { kind: 'text', since: '1.0', fact: 'instance id', doc: 'The id of the instance.' },
    textFact('instanceId'),
  ),
  entry(
    'meta-data/instance-life-cycle',
    {
      kind: 'enum',
      since: '2019-10-01',
      fact: 'life cycle',
      allowed: LIFE_CYCLES,
      doc: 'How it was bought: on demand, spot, scheduled or as a capacity block.',
    },
    textFact('lifeCycle'),
  ),
  entry(
    'meta-data/instance-type',
    { kind: 'text', since: '2007-08-29', fact: 'instance type', doc: 'The instance type.' },
    textFact('instanceType'),
  ),
  entry(
    'meta-data/ipv6',
    {
      kind: 'ipv6',
      since: '2021-01-03',
      fact: 'IPv6 address',
      doc: 'The first IPv6 address of the primary interface.',
    },
    onPrimary(
      ({ ipv6s }) => ipv6s[0],
      ({ ipv6s }, value) => ({ ipv6s: [value, ...ipv6s.slice(1)] }),
    ),
  ),
  entry(
    'meta-data/kernel-id',
    {
      kind: 'text',
      since: '2008-02-01',
      fact: 'kernel id',
      doc: 'The kernel it was launched with, on paravirtual ones.',
    },
    textFact('kernelId'),
  ),
  entry(
    'meta-data/local-hostname',
    { ...PRIVATE_NAME, since: '2007-01-19', doc: 'The same as hostname.' },
    privateName(onPrimary),
  ),
  entry(
    'meta-data/local-ipv4',
    {
      kind: 'ipv4',
      since: '1.0',
      fact: 'private IPv4 address',
      doc: 'The primary private IPv4 address; it lies in the subnet.',
    },
    onPrimary(
      ({ privateIpv4s }) => privateIpv4s[0],
      (given, value) => withPrivateIpv4s(given, [value, ...given.privateIpv4s.slice(1)]),
    ),
  ),
  entry(
    'meta-data/mac',
    {
      kind: 'mac',
      since: '2011-01-01',
      fact: 'MAC address',
      doc: 'The MAC address of the primary interface; it names the directory of the interface.',
    },
    onPrimary(
      ({ mac }) => mac,
      (_given, mac) => ({ mac }),
    ),
  ),
  entry(
    'meta-data/product-codes',
    {
      kind: 'lines',
      since: '2007-03-01',
      fact: 'product codes',
      doc: 'The AWS Marketplace product codes of the AMI, one a line.',
    },
    {
      read: ({ productCodes }) => single(joined(productCodes)),
      write: (_facts, value) => ({ productCodes: linesOf(value) }),
      ...resetOf('productCodes'),
    },
  ),
  entry(
    'meta-data/profile',
    { kind: 'text', since: null, fact: 'virtualization profile', doc: 'The virtualization profile.' },
    textFact('virtualization'),
  ),
  entry(
    'meta-data/public-hostname',
    {
      kind: 'text',
      since: '2007-01-19',
      doc: 'The public DNS name, where the VPC gives one, from the public address.',
    },
    computed((given) => publicHostname(given, primaryInterface(given)), 'dnsHostnames'),
  ),
  entry(
    'meta-data/public-ipv4',
    {
      kind: 'ipv4',
      since: '2007-01-19',
      fact: 'public IPv4 address',
      doc: 'The public IPv4 address, or the Elastic IP address where one is associated.',
    },
    onPrimary(
      (given) => publicAddresses(given)[0],
      (given, value) => withPublicIpv4s(given, [value, ...publicAddresses(given).slice(1)]),
    ),
  ),
  entry(
    'meta-data/ramdisk-id',
    {
      kind: 'text',
      since: '2007-10-10',
      fact: 'RAM disk id',
      doc: 'The RAM disk it was launched with, on paravirtual ones.',
    },
    textFact('ramdiskId'),
  ),
  entry(
    'meta-data/reservation-id',
    {
      kind: 'text',
      since: '1.0',
      fact: 'reservation id',
      doc: 'The reservation, made by the request that launched it.',
    },
    textFact('reservationId'),
  ),
  entry(
    'meta-data/security-groups',
    {
      kind: 'lines',
      since: '1.0',
      fact: 'security groups',
      doc: 'The names of the security groups of the primary interface, one a line.',
    },
    groupNames(onPrimary),
  ),
  entry(
    'meta-data/system',
    {
      kind: 'enum',
      since: '2022-09-24',
      fact: 'system',
      allowed: SYSTEMS,
      doc: 'The virtualization underneath.',
    },
    textFact('system'),
  ),
];
