// Host names, as imds.md 1.2 says they are made.
import { expect, test } from 'vitest';
import { exampleFacts, exampleInterface, secondInterface } from '../instance.example.ts';
import type { Facts } from './facts.ts';
import { primaryInterface, privateHostname, publicHostname } from './hostnames.ts';

const NO_IPV4 = { privateIpv4s: [], publicIpv4s: [] };

test.each<[string, Partial<Facts>, string]>([
  ['in us-east-1', {}, 'ip-10-0-12-34.ec2.internal'],
  ['elsewhere', { region: 'eu-west-1' }, 'ip-10-0-12-34.eu-west-1.compute.internal'],
  ['in the European Sovereign Cloud', { region: 'eusc-de-east-1' }, 'ip-10-0-12-34.eusc-de-east-1.compute.internal'],
  ['with a domain of the VPC', { dhcpDomain: 'corp.example' }, 'ip-10-0-12-34.corp.example'],
  ['with two', { dhcpDomain: 'corp.example eu.corp.example' }, 'ip-10-0-12-34.corp.example eu.corp.example'],
  ['with resource names', { hostnameType: 'resource-name' }, 'i-0f3a27b9d04ec91e5.ec2.internal'],
  ['without IPv4', { interfaces: [exampleInterface(NO_IPV4)] }, 'i-0f3a27b9d04ec91e5.ec2.internal'],
])('private %s', (_where, changed, expected) => {
  const facts = exampleFacts(changed);
  expect(privateHostname(facts, primaryInterface(facts))).toBe(expected);
});

test.each<[string, Partial<Facts>, string | null]>([
  ['in us-east-1', {}, 'ec2-203-0-113-25.compute-1.amazonaws.com'],
  ['elsewhere', { region: 'eu-west-1' }, 'ec2-203-0-113-25.eu-west-1.compute.amazonaws.com'],
  [
    'in the European Sovereign Cloud',
    { region: 'eusc-de-east-1' },
    'ec2-203-0-113-25.eusc-de-east-1.compute.amazonaws.eu',
  ],
  ['in China', { region: 'cn-north-1' }, 'ec2-203-0-113-25.cn-north-1.compute.amazonaws.com.cn'],
  ['where the VPC gives none', { dnsHostnames: false }, null],
  ['without a public address', { interfaces: [exampleInterface({ publicIpv4s: [] })] }, null],
])('public %s', (_where, changed, expected) => {
  const facts = exampleFacts(changed);
  expect(publicHostname(facts, primaryInterface(facts))).toBe(expected);
});

test('the domain of the VPC is that of its interfaces alone', () => {
  const [inIt, elsewhere] = [secondInterface(), secondInterface({ vpcId: 'vpc-0123abcd' })];
  const facts = exampleFacts({ interfaces: [exampleInterface(), inIt, elsewhere], dhcpDomain: 'corp.example' });
  expect(privateHostname(facts, inIt)).toBe('ip-10-0-12-35.corp.example');
  expect(privateHostname(facts, elsewhere)).toBe('ip-10-0-12-35.ec2.internal');
});

test('the primary interface is device 0 of the first card, wherever it is listed', () => {
  const primary = exampleInterface({ networkCard: 0 });
  const interfaces = [
    secondInterface({ networkCard: 0 }),
    secondInterface({ networkCard: 1, deviceNumber: 0 }),
    primary,
  ];
  expect(primaryInterface(exampleFacts({ interfaces }))).toBe(primary);
});
