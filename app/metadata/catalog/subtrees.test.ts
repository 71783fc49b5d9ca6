// The directories that come from facts: what is there, and what an edit changes (imds.md 1.3).
import { expect, test } from 'vitest';
import { editFact, type FactsPatch } from '../edit.ts';
import { bodies, example, NO_ABILITIES, outcome } from '../instance.example.ts';

const containing = (text: string): unknown => expect.stringContaining(text);

const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIG6jZoQNyfnY/+1qbUx8VItDcXHhHIeJZY7MoqYf5bDz';

test.each([
  ['meta-data/autoscaling/target-lifecycle-state', undefined],
  ['meta-data/block-device-mapping/ami', '/dev/xvda'],
  ['meta-data/block-device-mapping/ebs1', 'sdb'],
  ['meta-data/block-device-mapping/root', '/dev/xvda'],
  ['meta-data/hibernation/configured', undefined],
  ['meta-data/metrics/vhostmd', '<?xml version="1.0" encoding="UTF-8"?>'],
  ['meta-data/placement/availability-zone', 'us-east-1a'],
  ['meta-data/placement/availability-zone-id', 'use1-az4'],
  ['meta-data/placement/group-name', undefined],
  ['meta-data/placement/host-id', undefined],
  ['meta-data/placement/partition-number', undefined],
  ['meta-data/placement/region', 'us-east-1'],
  ['meta-data/public-keys/0/openssh-key', `${KEY} metadeck-key\n`],
  ['meta-data/services/domain', 'amazonaws.com'],
  ['meta-data/services/partition', 'aws'],
  ['meta-data/tags/instance/Environment', 'staging'],
  ['meta-data/tags/instance/Name', 'checkout'],
  ['dynamic/fws/instance-monitoring', 'disabled'],
])('%s of the preset is %j', (path, expected) => {
  expect(bodies(example()).get(path)).toBe(expected);
});

test.each<[string, FactsPatch, string | undefined]>([
  ['meta-data/autoscaling/target-lifecycle-state', { lifecycleState: 'InService' }, 'InService'],
  ['meta-data/hibernation/configured', { hibernation: false }, 'false'],
  ['meta-data/placement/host-id', { hostId: 'h-0da999999f9999fb9' }, 'h-0da999999f9999fb9'],
  ['meta-data/placement/partition-number', { placementGroup: 'group', partitionNumber: 2 }, '2'],
  ['meta-data/public-keys/0/openssh-key', { keyPair: null }, undefined],
  ['meta-data/services/domain', { region: 'cn-north-1' }, 'amazonaws.com.cn'],
  ['meta-data/services/partition', { region: 'us-gov-west-1' }, 'aws-us-gov'],
  ['meta-data/tags/instance/Name', { tags: {} }, undefined],
  ['meta-data/tags/instance/Empty', { tags: { Empty: '' } }, ''],
])('%s with %j is %j', (path, patch, expected) => {
  expect(bodies(example(patch)).get(path)).toBe(expected);
});

test('editing the region moves the zone, its id, and everything computed', () => {
  expect(outcome(example(), 'meta-data/placement/region', 'cn-north-1')).toEqual({
    'meta-data/placement/region': 'cn-north-1',
    'meta-data/placement/availability-zone': 'cn-north-1a',
    'meta-data/placement/availability-zone-id': 'cnn1-az1',
    'meta-data/hostname': 'ip-10-0-12-34.cn-north-1.compute.internal',
    'meta-data/local-hostname': 'ip-10-0-12-34.cn-north-1.compute.internal',
    'meta-data/public-hostname': 'ec2-203-0-113-25.cn-north-1.compute.amazonaws.com.cn',
    'meta-data/network/interfaces/macs/0e:49:61:0f:c3:11/local-hostname': 'ip-10-0-12-34.cn-north-1.compute.internal',
    'meta-data/network/interfaces/macs/0e:49:61:0f:c3:11/public-hostname':
      'ec2-203-0-113-25.cn-north-1.compute.amazonaws.com.cn',
    'meta-data/services/domain': 'amazonaws.com.cn',
    'meta-data/services/partition': 'aws-cn',
    'meta-data/iam/info': containing('arn:aws-cn:'),
    'dynamic/instance-identity/document': containing('"region" : "cn-north-1"'),
  });
});

test.each<[string, string, Record<string, unknown>]>([
  [
    'meta-data/placement/availability-zone',
    'us-east-1b',
    {
      'meta-data/placement/availability-zone-id': 'use1-az6',
      'dynamic/instance-identity/document': containing('"availabilityZone" : "us-east-1b"'),
    },
  ],
  ['meta-data/placement/availability-zone-id', 'use1-az1', {}],
  ['meta-data/placement/group-name', 'my group', {}],
  ['meta-data/placement/host-id', 'h-0da999999f9999fb9', {}],
  ['meta-data/autoscaling/target-lifecycle-state', 'Warmed:Stopped', {}],
  ['meta-data/hibernation/configured', 'true', {}],
  ['meta-data/hibernation/configured', 'false', {}],
  ['dynamic/fws/instance-monitoring', 'enabled', {}],
  ['meta-data/block-device-mapping/ebs1', 'sdc', {}],
  ['meta-data/block-device-mapping/ephemeral0', 'sdd', {}],
  ['meta-data/block-device-mapping/root', 'sda1', { 'meta-data/block-device-mapping/ami': 'sda1' }],
  ['meta-data/tags/instance/Name', 'other', {}],
  ['meta-data/tags/instance/Name', '', {}],
  ['meta-data/tags/instance/aws:autoscaling:groupName', 'my group', {}],
  ['meta-data/tags/instance/constructor', 'a key like any other', {}],
])('editing %s to %j changes it and %j', (path, value, others) => {
  expect(outcome(example(), path, value)).toEqual({ [path]: value, ...others });
});

test('the public key is written without its LF, or with it, and ends in one', () => {
  const path = 'meta-data/public-keys/0/openssh-key';
  expect(outcome(example(), path, `${KEY} mine`)).toEqual({ [path]: `${KEY} mine\n` });
  expect(outcome(example(), path, `${KEY} mine\n`)).toEqual({ [path]: `${KEY} mine\n` });
  expect(outcome(example(), path, `${KEY} metadeck-key`)).toEqual({});
});

test.each([
  ['mine', `${KEY} mine`],
  ['my-key', KEY],
])('a public key where there was none makes a key pair named %s', (name, publicKey) => {
  const edited = editFact(example({ keyPair: null }), 'meta-data/public-keys/0/openssh-key', publicKey, NO_ABILITIES);
  expect(edited).toMatchObject({ ok: true, data: { facts: { keyPair: { name, publicKey } } } });
});

test.each([
  ['meta-data/services/domain', 'example.com'],
  ['meta-data/services/partition', 'aws-x'],
  ['meta-data/metrics/vhostmd', '<xml/>'],
  ['meta-data/public-keys/1/openssh-key', KEY],
  ['meta-data/tags/instance/__proto__', 'x'],
  ['meta-data/tags/instance/with space', 'x'],
  ['meta-data/block-device-mapping/swap', 'sda3'],
])('%s has no fact', (path, value) => {
  expect(outcome(example(), path, value)).toBe('no-fact');
});

test.each([
  ['placement/region', 'mars', `"mars" can't be the region. A region is needed, such as us-east-1.`],
  [
    'placement/region',
    'mars-east-1',
    `"mars-east-1" can't be the region. mars-east-1 is no Region: by 2026-11 there are ap-east-1, af-south-1, ap-east-2, ap-northeast-1 and 44 others; a newer one is taken with its zone and zone id beside it, or for its path alone with only.`,
  ],
  [
    'placement/availability-zone',
    'us-west-2a',
    `"us-west-2a" can't be the availability zone. us-west-2a is not a zone of us-east-1, which has us-east-1a to us-east-1f and 33 Local or Wavelength Zones such as us-east-1-atl-1a; a newer one is taken with its zone and zone id beside it, or for its path alone with only.`,
  ],
  [
    'placement/availability-zone-id',
    'usw2-az1',
    `"usw2-az1" can't be the availability zone id. usw2-az1 is not the id of us-east-1a, which is use1-az4, or by account any of use1-az1 to use1-az6; a newer one is taken with its zone and zone id beside it, or for its path alone with only.`,
  ],
  [
    'placement/partition-number',
    '1',
    `"1" can't be the partition number. A partition number needs a placement group. Set the placement group first, such as my-group.`,
  ],
  [
    'autoscaling/target-lifecycle-state',
    'Gone',
    `"Gone" can't be the target lifecycle state. Use one of Detached, InService, Standby, Terminated, Warmed:Hibernated, Warmed:Running, Warmed:Stopped, Warmed:Terminated.`,
  ],
  ['hibernation/configured', 'yes', `"yes" can't be the hibernation setting. Use one of true, false.`],
  ['block-device-mapping/ebs1', 'a b', `"a b" can't be the block device. A device name is needed, such as /dev/xvda.`],
  [
    'public-keys/0/openssh-key',
    'secret',
    `"secret" can't be the public key. A public key as OpenSSH writes it is needed, such as ssh-ed25519 AAAAC3Nza… my-key.`,
  ],
  [
    'tags/instance/Name',
    'x'.repeat(257),
    `"${'x'.repeat(60)}…" can't be the tag. The value of a tag has at most 256 characters.`,
  ],
])('%s refuses %j', (name, value, message) => {
  expect(outcome(example(), `meta-data/${name}`, value)).toBe(message);
});
