// How edits reach interfaces: public addresses and their private ones (the rest is in catalog-network.test.ts).
import { expect, test } from 'vitest';
import { exampleFacts, exampleInterface, secondInterface } from '../instance.example.ts';
import {
  interfaceAt,
  joined,
  publicAddresses,
  withAssociation,
  withPrivateIpv4s,
  withPublicIpv4s,
} from './network-facts.ts';

const pair = (publicIp: string, privateIp: string) => ({ publicIp, privateIp });

const TWO = exampleInterface({
  privateIpv4s: ['10.0.0.1', '10.0.0.2'],
  publicIpv4s: [pair('203.0.113.1', '10.0.0.1'), pair('203.0.113.2', '10.0.0.2')],
});

test.each([
  [
    'a new one takes over',
    ['203.0.113.9', '203.0.113.2'],
    [pair('203.0.113.9', '10.0.0.1'), pair('203.0.113.2', '10.0.0.2')],
  ],
  [
    'known ones keep theirs',
    ['203.0.113.2', '203.0.113.1'],
    [pair('203.0.113.2', '10.0.0.2'), pair('203.0.113.1', '10.0.0.1')],
  ],
  ['one left out is gone', ['203.0.113.2'], [pair('203.0.113.2', '10.0.0.2')]],
  ['none', [], []],
])('public addresses: %s', (_what, addresses, publicIpv4s) => {
  expect(withPublicIpv4s(TWO, addresses)).toEqual({ publicIpv4s });
});

test('an added public address leads to the private one in its place, or to the primary one', () => {
  const bare = { ...TWO, publicIpv4s: [] };
  const added = ['203.0.113.1', '203.0.113.2', '203.0.113.3'];
  const privateOnes = ['10.0.0.1', '10.0.0.2', '10.0.0.1'];
  const publicIpv4s = added.map((publicIp, index) => pair(publicIp, privateOnes[index] ?? ''));
  expect(withPublicIpv4s(bare, added)).toEqual({ publicIpv4s });
});

test('a private address that lives on keeps its public one; otherwise the one in its place gets it', () => {
  expect(withPrivateIpv4s(TWO, ['10.0.0.2', '10.0.0.7'])).toEqual({
    privateIpv4s: ['10.0.0.2', '10.0.0.7'],
    publicIpv4s: [pair('203.0.113.1', '10.0.0.2'), pair('203.0.113.2', '10.0.0.2')],
  });
});

test('an association is replaced in its place', () => {
  expect(withAssociation(TWO, '203.0.113.1', ['10.0.0.2'])).toEqual({
    publicIpv4s: [pair('203.0.113.1', '10.0.0.2'), pair('203.0.113.2', '10.0.0.2')],
  });
});

test('a public address with two private ones is one address', () => {
  expect(
    publicAddresses({ ...TWO, publicIpv4s: [pair('203.0.113.1', '10.0.0.1'), pair('203.0.113.1', '10.0.0.2')] }),
  ).toEqual(['203.0.113.1']);
});

test('a path without a MAC address is about the primary interface', () => {
  const facts = exampleFacts({ interfaces: [secondInterface(), exampleInterface()] });
  expect(interfaceAt(facts, {})?.deviceNumber).toBe(0);
  expect(interfaceAt(facts, { mac: '0e:49:61:0f:c3:12' })?.deviceNumber).toBe(1);
  expect(interfaceAt(facts, { mac: '00:00:00:00:00:00' })).toBeUndefined();
});

test('an empty list is no value', () => {
  expect(joined([])).toBeNull();
  expect(joined(['a', 'b'])).toBe('a\nb');
});
