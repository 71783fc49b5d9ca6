// What follows from a region.
import { expect, test } from 'vitest';
import { isZoneOf, partitionOf, shortRegion, zoneIdOf, zoneMovedTo } from './region.ts';

test.each([
  ['us-east-1', 'use1'],
  ['us-west-2', 'usw2'],
  ['eu-central-1', 'euc1'],
  ['ap-southeast-2', 'apse2'],
  ['ap-northeast-1', 'apne1'],
  ['cn-northwest-1', 'cnnw1'],
  ['us-gov-west-1', 'usgw1'],
  ['us-isob-east-1', 'usibe1'],
])('%s is %s in short', (region, short) => {
  expect(shortRegion(region)).toBe(short);
});

test.each([
  ['us-east-1', 'us-east-1a', 'use1-az4'],
  ['us-east-1', 'us-east-1b', 'use1-az6'],
  ['us-east-1', 'us-east-1c', 'use1-az1'],
  ['us-east-1', 'us-east-1d', 'use1-az2'],
  ['us-east-1', 'us-east-1e', 'use1-az3'],
  ['us-east-1', 'us-east-1f', 'use1-az5'],
  ['us-west-2', 'us-west-2-lax-1a', 'usw2-lax1-az1'],
  ['us-west-2', 'us-west-2-lax-1b', 'usw2-lax1-az2'],
  ['us-east-1', 'us-west-2a', undefined],
  ['us-east-1', 'us-east-1g', undefined],
  ['us-east-1', 'us-east-10a', undefined],
])('in %s, zone %s has the id %s', (region, zone, id) => {
  expect(zoneIdOf(region, zone)).toBe(id);
  expect(isZoneOf(region, zone)).toBe(id !== undefined);
});

test.each([
  ['eu-west-1', 'us-east-1b', 'eu-west-1b'],
  ['eu-west-1', 'us-west-2-lax-1b', 'eu-west-1b'],
  ['eu-west-1', 'us-east-1z', 'eu-west-1a'],
])('in %s, %s becomes %s', (region, zone, moved) => {
  expect(zoneMovedTo(region, zone)).toBe(moved);
});

test.each([
  ['us-east-1', 'aws', 'amazonaws.com'],
  ['cn-north-1', 'aws-cn', 'amazonaws.com.cn'],
  ['us-gov-east-1', 'aws-us-gov', 'amazonaws.com'],
  ['us-iso-east-1', 'aws-iso', 'c2s.ic.gov'],
  ['us-isob-east-1', 'aws-iso-b', 'sc2s.sgov.gov'],
])('%s is in partition %s, domain %s', (region, name, domain) => {
  expect(partitionOf(region)).toEqual({ name, domain });
});
