// The rules of single facts: what each accepts, and the sentence that refuses.
import { expect, test } from 'vitest';
import type * as z from 'zod';
import { facts } from './facts.ts';

const { shape } = facts;
const { profileName } = shape.instanceProfile.unwrap().shape;

test.each<[string, z.ZodType, unknown[]]>([
  ['region', shape.region, ['us-east-1', 'ap-southeast-2', 'us-gov-west-1', 'us-isob-east-1', 'eusc-de-east-1']],
  [
    'availability zone',
    shape.availabilityZone,
    ['us-east-1a', 'us-west-2-lax-1a', 'us-gov-west-1b', 'us-east-1-wl1-bos-wlz-1', 'eusc-de-east-1a'],
  ],
  ['zone id', shape.availabilityZoneId, ['use1-az4', 'usw2-lax1-az1', 'cnnw1-az1', 'usibe1-az2', 'use1-wl1-bos-wlz1']],
  ['billing products', shape.billingProducts, [null, ['bp-6ba54002'], ['bp-6fa54006', 'bp-79a54010']]],
  ['DHCP domain', shape.dhcpDomain, [null, 'corp.example', 'corp.example eu.corp.example', 'local']],
  ['profile name', profileName, ['web', 'team/web/profile', 'a/b@c', `${'a/'.repeat(255)}${'x'.repeat(128)}`]],
  ['instance id', shape.instanceId, ['i-0123abcd', 'i-0f3a27b9d04ec91e5']],
  ['instance type', shape.instanceType, ['m7g.large', 'u-6tb1.metal', 'm7i-flex.2xlarge']],
  ['tags', shape.tags, [{}, { Empty: '' }, { 'aws:ec2spot:fleet-request-id': 'sfr-1' }, { constructor: 'x' }]],
  ['launch time', shape.launchTime, [0, 1_722_513_540_000]],
  ['hibernation', shape.hibernation, [null, true, false]],
])('%s may be each of %j', (_name, rule, accepted) => {
  expect(accepted.filter((value) => !rule.safeParse(value).success)).toEqual([]);
});

test.each<[string, z.ZodType, unknown[]]>([
  ['billing products', shape.billingProducts, [[], ['6ba54002'], 'bp-6ba54002']],
  ['DHCP domain', shape.dhcpDomain, ['', ' ', 'a  b', 'a b c', '-a', 'a.', 'a_b', 'x'.repeat(256)]],
  ['profile name', profileName, ['', '/web', 'team/', 'team//', 'a b/web', 'x'.repeat(129)]],
  ['region', shape.region, ['us-east', 'us-east-1a', 'US-EAST-1', 'us_east_1', '']],
  ['availability zone', shape.availabilityZone, ['us-east-1', 'us-east-1A', '']],
  ['zone id', shape.availabilityZoneId, ['use1', 'use1-az0', 'us-east-1a']],
  ['instance id', shape.instanceId, ['i-', 'i-123', 'i-0F3A27B9D04EC91E5', 'ami-0123abcd']],
  ['instance type', shape.instanceType, ['large', 'm7g.', '.large', 'm7g large']],
  [
    'tags',
    shape.tags,
    [{ 'a b': '' }, { 'a/b': '' }, { '': '' }, { _index: '' }, { '..': '' }, { Name: 'x'.repeat(257) }],
  ],
  ['launch time', shape.launchTime, [-1000, 1500]],
  ['hibernation', shape.hibernation, ['true']],
])('%s may be none of %j', (_name, rule, refused) => {
  expect(refused.filter((value) => rule.safeParse(value).success)).toEqual([]);
});

const someTags = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`tag-${index}`, 'x']));

test('an instance has at most 50 tags', () => {
  expect(shape.tags.safeParse(someTags(50)).success).toBe(true);
  expect(shape.tags.safeParse(someTags(51)).error?.issues[0]?.message).toBe('An instance has at most 50 tags.');
});

test.each<[z.ZodType, unknown, string]>([
  [shape.partitionNumber, 8, 'A whole number from 1 to 7 is needed, such as 1.'],
  [shape.partitionNumber, 'two', 'A whole number from 1 to 7 is needed, such as 1.'],
  [shape.architecture, 'mips', 'One of i386, x86_64, arm64, x86_64_mac, arm64_mac is needed.'],
  [shape.dnsHostnames, 'yes', 'true or false is needed.'],
  [shape.interfaces, [], 'At least one is needed.'],
  [shape.productCodes, Array.from({ length: 17 }, () => 'code'), 'At most 16 are allowed.'],
  [shape.virtualization, '', 'Some text is needed, such as one word.'],
  [shape.virtualization, 'x'.repeat(65), 'At most 64 characters are allowed.'],
])('a refusal says what is allowed (%#)', (rule, value, message) => {
  expect(rule.safeParse(value).error?.issues[0]?.message).toBe(message);
});
