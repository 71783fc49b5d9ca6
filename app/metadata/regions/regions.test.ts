// What follows from a Region.
import { expect, test } from 'vitest';
import { partitionOf, regionNames, shortRegion, zoneIdOf, zoneMovedTo, zonesOf } from './regions.ts';
import { BY_ACCOUNT, UNPUBLISHED } from './table.ts';

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
  ['us-east-1', 'us-east-1f', 'use1-az5'],
  ['us-west-2', 'us-west-2b', 'usw2-az1'],
  ['eu-central-1', 'eu-central-1a', 'euc1-az2'],
  ['eu-west-2', 'eu-west-2d', 'euw2-az4'],
  ['ca-central-1', 'ca-central-1d', 'cac1-az4'],
  ['ca-central-1', 'ca-central-1c', undefined],
  ['cn-north-1', 'cn-north-1d', 'cnn1-az4'],
  ['us-west-2', 'us-west-2-lax-1a', 'usw2-lax1-az1'],
  ['us-west-2', 'us-west-2-lax-1b', 'usw2-lax1-az2'],
  ['us-east-1', 'us-east-1-dfw-2a', 'use1-dfw2-az1'],
  ['us-east-1', 'us-east-1-wl1-bos-wlz-1', 'use1-wl1-bos-wlz1'],
  ['eu-west-2', 'eu-west-2-wl2-man-wlz-1', 'euw2-wl2-man-wlz1'],
  ['us-east-1', 'us-west-2a', undefined],
  ['us-east-1', 'us-east-1g', undefined],
  ['us-east-1', 'us-east-10a', undefined],
  ['ap-east-9', 'ap-east-9a', undefined],
  ['constructor', 'constructora', undefined],
])('in %s, zone %s has the id %s', (region, zone, id) => {
  expect(zoneIdOf(region, zone)).toBe(id);
});

test('every zone is of the form that AWS writes, no name and no id is there twice', () => {
  const zones = regionNames().flatMap(zonesOf);
  expect(new Set(zones.map(({ name }) => name)).size).toBe(zones.length);
  expect(new Set(zones.map(({ id }) => id)).size).toBe(zones.length);
  const odd = zones.filter(
    ({ name, id }) =>
      !/^[a-z-]+-\d([a-z]|-[a-z]{3}-\d[a-z]|-wl\d-[a-z]{3}-wlz-\d)$/.test(name) ||
      !/^[a-z]+\d-(az\d|[a-z]{3}\d-az\d|wl\d-[a-z]{3}-wlz\d)$/.test(id),
  );
  expect(odd).toEqual([]);
});

test('every Region has at least three zones; those told apart are in the table', () => {
  expect(regionNames().filter((region) => zonesOf(region).length < 3)).toEqual([]);
  expect([...BY_ACCOUNT, ...UNPUBLISHED].filter((region) => !regionNames().includes(region))).toEqual([]);
});

test.each([
  ['eu-west-1', 'us-east-1b', 'eu-west-1b'],
  ['eu-west-1', 'us-east-1f', 'eu-west-1a'],
  ['ca-central-1', 'us-east-1c', 'ca-central-1a'],
  ['eu-west-1', 'us-west-2-lax-1b', 'eu-west-1b'],
  ['eu-west-1', 'us-east-1-wl1-bos-wlz-1', 'eu-west-1a'],
  ['ap-east-9', 'us-east-1b', 'ap-east-9a'],
])('in %s, %s becomes %s', (region, zone, moved) => {
  expect(zoneMovedTo(region, zone)).toBe(moved);
});

test.each([
  ['us-east-1', 'aws', 'amazonaws.com'],
  ['cn-north-1', 'aws-cn', 'amazonaws.com.cn'],
  ['us-gov-east-1', 'aws-us-gov', 'amazonaws.com'],
  ['us-gov-north-7', 'aws-us-gov', 'amazonaws.com'],
  ['us-iso-east-1', 'aws-iso', 'c2s.ic.gov'],
  ['us-isob-east-1', 'aws-iso-b', 'sc2s.sgov.gov'],
  ['us-isof-south-1', 'aws-iso-f', 'csp.hci.ic.gov'],
  ['eu-isoe-west-1', 'aws-iso-e', 'cloud.adc-e.uk'],
  ['eusc-de-east-1', 'aws-eusc', 'amazonaws.eu'],
  ['ap-east-9', 'aws', 'amazonaws.com'],
])('%s is in partition %s, domain %s', (region, name, domain) => {
  expect(partitionOf(region)).toMatchObject({ name, domain });
});
