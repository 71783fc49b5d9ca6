// The rules of single facts: what each accepts, and the sentence that refuses.
import { expect, test } from 'vitest';
import type * as z from 'zod';
import { facts } from './facts.ts';

const { shape } = facts;

test.each<[string, z.ZodType, unknown[]]>([
  ['region', shape.region, ['us-east-1', 'ap-southeast-2', 'us-gov-west-1', 'us-isob-east-1']],
  ['availability zone', shape.availabilityZone, ['us-east-1a', 'us-west-2-lax-1a', 'us-gov-west-1b']],
  ['zone id', shape.availabilityZoneId, ['use1-az4', 'usw2-lax1-az1', 'cnnw1-az1', 'usibe1-az2']],
  ['instance id', shape.instanceId, ['i-0123abcd', 'i-0f3a27b9d04ec91e5']],
  ['instance type', shape.instanceType, ['m7g.large', 'u-6tb1.metal', 'm7i-flex.2xlarge']],
  ['tags', shape.tags, [{}, { Empty: '' }, { 'aws:ec2spot:fleet-request-id': 'sfr-1' }, { constructor: 'x' }]],
  ['launch time', shape.launchTime, [0, 1_722_513_540_000]],
  ['hibernation', shape.hibernation, [null, true, false]],
])('%s may be each of %j', (_name, rule, accepted) => {
  expect(accepted.filter((value) => !rule.safeParse(value).success)).toEqual([]);
});

test.each<[string, z.ZodType, unknown[]]>([
  ['region', shape.region, ['us-east', 'us-east-1a', 'US-EAST-1', 'us-eats-1', '']],
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
  [shape.architecture, 'mips', 'One of i386, x86_64, arm64 is needed.'],
  [shape.dnsHostnames, 'yes', 'true or false is needed.'],
  [shape.interfaces, [], 'At least one is needed.'],
  [shape.productCodes, Array.from({ length: 17 }, () => 'code'), 'At most 16 are allowed.'],
  [shape.virtualization, '', 'Some text is needed, such as one word.'],
  [shape.virtualization, 'x'.repeat(65), 'At most 64 characters are allowed.'],
])('a refusal says what is allowed (%#)', (rule, value, message) => {
  expect(rule.safeParse(value).error?.issues[0]?.message).toBe(message);
});
