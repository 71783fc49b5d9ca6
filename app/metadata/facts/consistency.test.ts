// Facts that contradict each other: one case for each cross-reference of imds.md 1, interfaces aside.
import { expect, test } from 'vitest';
import { factIssues } from './consistency.ts';
import { exampleFacts, exampleInterface } from '../instance.example.ts';
import type { Facts } from './facts.ts';

test.each<[string, Partial<Facts>, string, string]>([
  [
    'a zone of another region',
    { availabilityZone: 'us-west-2a' },
    'availabilityZone',
    'us-west-2a is not a zone of us-east-1, which has us-east-1a to us-east-1f and 33 Local or Wavelength Zones such as us-east-1-atl-1a; a newer one is taken with its zone and zone id beside it, or for its path alone with only.',
  ],
  [
    'a zone id of another region',
    { availabilityZoneId: 'usw2-az1' },
    'availabilityZoneId',
    'usw2-az1 is not the id of us-east-1a, which is use1-az4, or by account any of use1-az1 to use1-az6; a newer one is taken with its zone and zone id beside it, or for its path alone with only.',
  ],
  [
    'a partition without a placement group',
    { partitionNumber: 1 },
    'partitionNumber',
    'A partition number needs a placement group. Set the placement group first, such as my-group.',
  ],
  [
    'no root device',
    { blockDevices: [{ name: 'ami', device: 'xvda' }] },
    'blockDevices',
    'The block devices ami and root are always there. List both, such as both on /dev/xvda.',
  ],
  [
    'two root devices',
    {
      blockDevices: [
        { name: 'ami', device: 'xvda' },
        { name: 'root', device: '/dev/sda1' },
      ],
    },
    'blockDevices',
    'ami is on xvda and root on /dev/sda1. Both are the root device: use one for both, such as /dev/sda1.',
  ],
  [
    'a block device listed twice',
    {
      blockDevices: [
        { name: 'ami', device: 'xvda' },
        { name: 'ami', device: 'xvdb' },
      ],
    },
    'blockDevices',
    'ami is listed twice. Each block device needs a name of its own, such as ebs1.',
  ],
])('%s', (_what, changed, path, message) => {
  expect(factIssues(exampleFacts(changed))).toEqual([{ path, message }]);
});

test.each<[string, Partial<Facts>]>([
  ['the preset', {}],
  ['another id in the region', { availabilityZoneId: 'use1-az1' }],
  ['a zone that the Region had not, as a saved world may say', { availabilityZone: 'us-east-1g' }],
  [
    'a zone of a Region that nobody knows',
    { region: 'ap-east-9', availabilityZone: 'ap-east-9a', availabilityZoneId: 'ape9-az1' },
  ],
  ['a partition of a placement group', { placementGroup: 'my-group', partitionNumber: 2 }],
  [
    'one root device in two spellings',
    {
      blockDevices: [
        { name: 'ami', device: 'xvda' },
        { name: 'root', device: '/dev/xvda' },
      ],
    },
  ],
])('no issue with %s', (_what, changed) => {
  expect(factIssues(exampleFacts(changed))).toEqual([]);
});

test('issues of interfaces are among them', () => {
  const interfaces = [exampleInterface({ privateIpv4s: ['10.1.0.1'], publicIpv4s: [] })];
  expect(factIssues(exampleFacts({ interfaces })).map(({ path }) => path)).toEqual(['interfaces.0.privateIpv4s']);
});
