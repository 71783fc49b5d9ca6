// Interfaces that contradict themselves or each other: one case for each rule.
import { expect, test } from 'vitest';
import { exampleInterface, secondInterface } from '../instance.example.ts';
import type { NetworkInterface } from './facts.ts';
import { interfaceIssues } from './interface-consistency.ts';

const SUBNET = 'Its block 10.0.0.0/20 goes from 10.0.0.0 to 10.0.15.255; 10.0.0.10 would do.';
const VPC = 'Its block 10.0.0.0/16 goes from 10.0.0.0 to 10.0.255.255; 10.0.0.10 would do.';

test.each<[string, Partial<NetworkInterface>, string, string]>([
  [
    'an address outside the subnet',
    { privateIpv4s: ['10.0.12.34', '10.1.0.1'] },
    'privateIpv4s',
    `10.1.0.1 does not lie in the subnet. ${SUBNET}`,
  ],
  [
    'an IPv6 address outside the subnet',
    { ipv6s: ['2001:db8:9::1'] },
    'ipv6s',
    '2001:db8:9::1 does not lie in the subnet. Its block 2001:db8:8:4:0:0:0:0/64 goes from 2001:db8:8:4:0:0:0:0 to 2001:db8:8:4:ffff:ffff:ffff:ffff; 2001:db8:8:4:0:0:0:a would do.',
  ],
  [
    'an IPv6 address in a subnet without IPv6',
    { subnetIpv6Cidrs: [] },
    'ipv6s',
    '2001:db8:8:4::2 does not lie in the subnet. The subnet has no block of that kind; give it one first.',
  ],
  [
    'a prefix outside the subnet',
    { ipv4Prefixes: ['10.1.0.16/28'] },
    'ipv4Prefixes',
    `10.1.0.16/28 does not lie in the subnet. ${SUBNET}`,
  ],
  [
    'a subnet outside the VPC',
    { privateIpv4s: ['10.1.0.1'], publicIpv4s: [], subnetIpv4Cidr: '10.1.0.0/20' },
    'subnetIpv4Cidr',
    `10.1.0.0/20 does not lie in the VPC. ${VPC}`,
  ],
  [
    'a block with bits beyond its length',
    { subnetIpv4Cidr: '10.0.12.0/20' },
    'subnetIpv4Cidr',
    '10.0.12.0/20 does not begin where a block of that size does. Use the beginning of the block, such as 10.0.0.0/20.',
  ],
  [
    'a public address that leads nowhere',
    { publicIpv4s: [{ publicIp: '203.0.113.25', privateIp: '10.0.12.99' }] },
    'publicIpv4s',
    '203.0.113.25 leads to 10.0.12.99, which the interface does not have. It has 10.0.12.34.',
  ],
  [
    'no address at all',
    { privateIpv4s: [], publicIpv4s: [], ipv6s: [] },
    'privateIpv4s',
    'The interface has no address. It needs a private IPv4 or an IPv6 address, such as 10.0.12.34.',
  ],
  [
    'the same address twice',
    { ipv6s: ['2001:db8:8:4::2', '2001:db8:8:4:0::2'] },
    'ipv6s.1',
    '2001:db8:8:4:0:0:0:2 is used already. Use one that no other has.',
  ],
  [
    'no primary interface',
    { deviceNumber: 1 },
    'deviceNumber',
    'No interface is the primary one. One needs device number 0, on network card 0 where there are several.',
  ],
])('%s', (_what, changed, field, message) => {
  expect(interfaceIssues([exampleInterface(changed)])).toEqual([{ path: `interfaces.0.${field}`, message }]);
});

const RENAMED = exampleInterface().securityGroups.map(({ id }) => ({ id, name: 'other' }));

test.each<[string, Partial<NetworkInterface>, string]>([
  ['the same MAC address', { mac: '0e:49:61:0f:c3:11' }, 'mac'],
  ['the same interface id', { interfaceId: 'eni-0f95d3625f5c521cc' }, 'interfaceId'],
  ['the same device number', { deviceNumber: 0 }, 'deviceNumber'],
  ['the same private address', { privateIpv4s: ['10.0.12.34'] }, 'privateIpv4s.0'],
  [
    'the same public address',
    { publicIpv4s: [{ publicIp: '203.0.113.25', privateIp: '10.0.12.35' }] },
    'publicIpv4s.0',
  ],
  ['another block for the same subnet', { subnetIpv4Cidr: '10.0.0.0/19' }, 'subnetId'],
  ['another block for the same VPC', { vpcIpv4Cidrs: ['10.0.0.0/15'] }, 'vpcId'],
  ['another name for the same group', { securityGroups: RENAMED }, 'securityGroups'],
  ['another id for the same group', { securityGroups: [{ id: 'sg-0123abcd', name: 'checkout' }] }, 'securityGroups'],
])('a second interface with %s', (_what, changed, field) => {
  const issues = interfaceIssues([exampleInterface(), secondInterface(changed)]);
  expect(issues.map(({ path }) => path)).toEqual([`interfaces.1.${field}`]);
});

test.each<[string, NetworkInterface[]]>([
  ['two interfaces in one subnet', [exampleInterface(), secondInterface()]],
  ['an IPv6-only interface', [exampleInterface({ privateIpv4s: [], publicIpv4s: [], subnetIpv4Cidr: null })]],
  [
    'prefixes in the subnet',
    [exampleInterface({ ipv4Prefixes: ['10.0.1.16/28'], ipv6Prefixes: ['2001:db8:8:4:3::/80'] })],
  ],
  [
    'device 0 on a second card',
    [exampleInterface({ networkCard: 0 }), secondInterface({ networkCard: 1, deviceNumber: 0 })],
  ],
  ['an address in a second block of the VPC', [exampleInterface({ vpcIpv4Cidrs: ['10.9.0.0/16', '10.0.0.0/16'] })]],
])('no issue with %s', (_what, interfaces) => {
  expect(interfaceIssues(interfaces)).toEqual([]);
});
