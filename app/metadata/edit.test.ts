// Edits of an instance, their refusal, and the way back.
import { expect, test } from 'vitest';
import type { Abilities } from '../abilities.ts';
import type { Instance } from '../world/world.ts';
import { clearOverrides, editFact, patchFacts, removeFact, resetFact, resetFactsUnder, setOverride } from './edit.ts';
import { bodies, example, exampleInterface, MACS, NO_ABILITIES } from './instance.example.ts';

const matching = (rule: RegExp): unknown => expect.stringMatching(rule);

/** Two bytes for each letter beyond ASCII; base64 that only says what it is of. */
const TEXT_ABILITIES: Abilities = {
  ...NO_ABILITIES,
  toUtf8: (text) =>
    Uint8Array.from(Array.from(text).flatMap((letter) => (letter > '~' ? [0xc3, 0xbc] : [letter.charCodeAt(0)]))),
  toBase64: (bytes) => `base64 of ${bytes.join(' ')}`,
};

/** The instance after edits that must be accepted. */
function edited(instance: Instance, ...edits: [path: string, value: string][]): Instance {
  return edits.reduce((given, [path, value]) => {
    const result = editFact(given, path, value, TEXT_ABILITIES);
    if (result === 'no-fact' || !result.ok) throw new Error(`${path} was not edited.`);
    return result.data;
  }, instance);
}

const preset = example();

test('an edit changes the fact, and neither the time of the last change nor anything beside the facts', () => {
  const changed = edited(preset, ['meta-data/placement/region', 'eu-west-1']);
  expect({ ...changed, facts: preset.facts }).toEqual(preset);
  expect(changed.facts.region).toBe('eu-west-1');
});

test('an edit to the very same value gives the same instance', () => {
  expect(edited(preset, ['meta-data/instance-id', 'i-0f3a27b9d04ec91e5'])).toBe(preset);
});

test('a refusal names the path', () => {
  expect(editFact(preset, 'meta-data/ami-id', 'x', NO_ABILITIES)).toMatchObject({
    ok: false,
    error: { code: 'INVALID_INPUT', issues: [{ path: 'meta-data/ami-id' }] },
  });
});

test('a value of several lines is quoted by its first', () => {
  expect(editFact(preset, `${MACS}/ipv6s`, 'one\ntwo', NO_ABILITIES)).toMatchObject({
    error: { message: matching(/^"one…" can't be the IPv6 addresses\. /) },
  });
});

test('an edit of a fact lifts the override of the path', () => {
  const path = 'meta-data/instance-id';
  const overridden: Instance = { ...preset, overrides: { [path]: { absent: true }, 'meta-data/own': { value: 'x' } } };
  expect(edited(overridden, [path, 'i-0123abcd']).overrides).toEqual({ 'meta-data/own': { value: 'x' } });
});

test.each([
  'meta-data/public-hostname',
  'meta-data/own',
  'meta-data/spot/instance-action',
  'meta-data/iam/info',
  'meta-data/tags',
])('no fact stands behind %s', (path) => {
  expect(editFact(preset, path, 'x', NO_ABILITIES)).toBe('no-fact');
});

test('user data is kept as the UTF-8 bytes of the text in base64, and taken away by an empty one', () => {
  const given = edited(preset, ['user-data', '#!ü\n']);
  expect(given.userData).toBe('base64 of 35 33 195 188 10');
  expect(edited(given, ['user-data', '#!ü\n'])).toBe(given);
  expect(edited(given, ['user-data', '']).userData).toBeNull();
});

test('user data of 16 KiB is taken, and more is refused with its size', () => {
  expect(editFact(preset, 'user-data', 'x'.repeat(16_384), TEXT_ABILITIES)).toMatchObject({ ok: true });
  expect(editFact(preset, 'user-data', 'ü'.repeat(8193), TEXT_ABILITIES)).toMatchObject({
    error: { message: 'User data has at most 16384 bytes (16 KiB); this has 16386.', issues: [{ path: 'user-data' }] },
  });
});

test('facts are patched with what follows, and overrides move with a directory', () => {
  const overrides = { [`${MACS}/own`]: { value: 'x' } };
  const interfaces = [exampleInterface({ mac: '0e:49:61:0f:c3:99' })];
  const patched = patchFacts({ ...preset, overrides }, { interfaces, region: 'eu-west-1', tags: undefined });
  expect(patched).toMatchObject({
    ok: true,
    data: { facts: { availabilityZone: 'eu-west-1a', tags: preset.facts.tags } },
  });
  expect(patched.ok && patched.data.overrides).toEqual({ [`${MACS.replace(/11$/, '99')}/own`]: { value: 'x' } });
});

test('a patch that changes nothing gives the same instance, and one that contradicts is refused by field', () => {
  const same = patchFacts(preset, { region: 'us-east-1' });
  expect(same.ok && same.data).toBe(preset);
  expect(patchFacts(preset, { availabilityZone: 'eu-west-1a' })).toMatchObject({
    error: { code: 'INVALID_INPUT', issues: [{ path: 'availabilityZone' }] },
  });
});

test.each<[string, string]>([
  ['meta-data/instance-id', 'i-0123abcd'],
  ['meta-data/instance-type', 't3.micro'],
  ['meta-data/instance-type', 'mac2.metal'],
  ['meta-data/hostname', 'ip-10-0-12-34.corp.example'],
  ['meta-data/placement/region', 'eu-west-1'],
  ['meta-data/placement/availability-zone', 'us-east-1c'],
  ['meta-data/placement/group-name', 'my-group'],
  ['meta-data/local-ipv4', '10.0.12.99'],
  ['meta-data/public-ipv4', '198.51.100.7'],
  ['meta-data/mac', '0e:49:61:0f:c3:99'],
  ['meta-data/product-codes', '1abc2'],
  ['meta-data/security-groups', 'other\nnew'],
  ['meta-data/kernel-id', 'aki-5c21674b'],
  ['meta-data/tags/instance/Name', 'other'],
  ['meta-data/tags/instance/New', 'tag'],
  ['meta-data/block-device-mapping/root', 'sda1'],
  ['meta-data/block-device-mapping/ebs2', 'sdc'],
  ['meta-data/autoscaling/target-lifecycle-state', 'Standby'],
  ['meta-data/hibernation/configured', 'true'],
  ['meta-data/public-keys/0/openssh-key', 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQAB'],
  ['dynamic/fws/instance-monitoring', 'enabled'],
  ['user-data', 'text'],
  [`${MACS}/ipv6s`, '2001:db8:8:4::9'],
  [`${MACS}/ipv4-prefix`, '10.0.1.16/28'],
  [`${MACS}/network-card`, '0'],
  [`${MACS}/ipv4-associations/198.51.100.7`, '10.0.12.34'],
  [`${MACS}/owner-id`, '999999999999'],
  [`${MACS}/security-group-ids`, 'sg-0123abcd'],
])('a reset of %s takes back the edit to %j', (path, value) => {
  const changed = edited(preset, [path, value]);
  expect(changed).not.toEqual(preset);
  expect(resetFact(changed, path)).toEqual(preset);
  expect(resetFact(preset, path)).toBe(preset);
});

test.each<[string, Parameters<typeof patchFacts>[1]]>([
  ['meta-data/hostname', { hostnameType: 'resource-name' }],
  [`${MACS}/public-hostname`, { dnsHostnames: false }],
  ['meta-data/iam/info', { instanceProfile: null }],
  ['dynamic/instance-identity/document', { architecture: 'i386', launchTime: 0 }],
])('a reset of %s takes back %j, which no other path shows', (path, patch) => {
  expect(resetFact(example(patch), path)).toEqual(preset);
});

test('a reset keeps other edits that go with it', () => {
  const changed = edited(preset, ['meta-data/local-ipv4', '10.0.12.99'], ['meta-data/public-ipv4', '198.51.100.7']);
  expect(resetFact(changed, 'meta-data/local-ipv4')).toEqual(edited(preset, ['meta-data/public-ipv4', '198.51.100.7']));
});

test('a reset that would contradict another edit resets that too', () => {
  const moved = edited(preset, ['meta-data/placement/region', 'eu-west-1']);
  expect(resetFact(moved, 'meta-data/placement/availability-zone')).toEqual(preset);
  const elsewhere = example({
    interfaces: [exampleInterface({ privateIpv4s: ['10.0.16.5'], publicIpv4s: [], subnetIpv4Cidr: '10.0.16.0/20' })],
  });
  expect(resetFact(elsewhere, 'meta-data/local-ipv4')).toEqual(preset);
  const grouped = edited(
    preset,
    ['meta-data/placement/group-name', 'group'],
    ['meta-data/placement/partition-number', '1'],
  );
  expect(resetFact(grouped, 'meta-data/placement/group-name')).toEqual(preset);
});

test.each(['meta-data/own', 'meta-data/metrics/vhostmd', 'meta-data/network/interfaces/macs/00:00:00:00:00:00/mac'])(
  'a reset of %s changes nothing',
  (path) => {
    expect(resetFact(preset, path)).toBe(preset);
  },
);

test('a reset below a path takes back all edits there, and those only', () => {
  const changed = edited(
    preset,
    ['meta-data/placement/region', 'eu-west-1'],
    ['meta-data/tags/instance/New', 'tag'],
    ['meta-data/mac', '0e:49:61:0f:c3:99'],
    ['meta-data/local-ipv4', '10.0.12.99'],
    ['user-data', 'text'],
  );
  expect(resetFactsUnder(changed, 'meta-data/placement').facts).toEqual({
    ...changed.facts,
    region: 'us-east-1',
    availabilityZone: 'us-east-1a',
    availabilityZoneId: 'use1-az4',
  });
  expect(resetFactsUnder(changed, 'meta-data')).toEqual({ ...preset, userData: changed.userData });
  expect(resetFactsUnder(changed, 'user-data')).toEqual({ ...changed, userData: null });
  expect(resetFactsUnder(changed, '')).toEqual(preset);
  expect(resetFactsUnder(preset, '')).toBe(preset);
  expect(resetFactsUnder(preset, 'meta-data')).toBe(preset);
});

const NAME = 'meta-data/tags/instance/Name';
const NEW = 'meta-data/tags/instance/New';

test('a tag is taken away, whoever added it, with its override; a reset brings back that of the preset', () => {
  const added = edited(preset, [NEW, 'tag']);
  expect(removeFact(added, NEW)).toEqual(preset);
  const hidden: Instance = { ...added, overrides: { [NAME]: { absent: true } } };
  const without = removeFact(hidden, NAME);
  if (without === 'no-fact') throw new Error('A tag is a fact.');
  expect(without).toEqual({ ...added, facts: { ...added.facts, tags: { Environment: 'staging', New: 'tag' } } });
  expect(resetFact(without, NAME).facts.tags).toEqual({ ...preset.facts.tags, New: 'tag' });
  expect(resetFact(resetFact(without, NEW), NAME)).toEqual(preset);
  expect(JSON.stringify(resetFact(resetFact(without, NEW), NAME).facts)).toBe(JSON.stringify(preset.facts));
  expect(resetFact(added, NEW)).toEqual(preset);
});

test.each(['meta-data/instance-id', 'meta-data/own', 'meta-data/block-device-mapping/root', 'meta-data/tags'])(
  '%s can not go as a fact, so that it is made absent as a path',
  (path) => {
    expect(removeFact(preset, path)).toBe('no-fact');
  },
);

test('taking away a tag that is not there changes nothing', () => {
  expect(removeFact(preset, NEW)).toBe(preset);
});

test('a path is fixed to a value or to 404, and to the same again without a change', () => {
  const fixed = setOverride(preset, 'meta-data/own', { value: 'x' });
  expect(fixed).toMatchObject({ ok: true, data: { overrides: { 'meta-data/own': { value: 'x' } } } });
  if (!fixed.ok) throw new Error(fixed.error.message);
  const again = setOverride(fixed.data, 'meta-data/own', { value: 'x' });
  expect(again.ok && again.data).toBe(fixed.data);
  expect(bodies(fixed.data)).toEqual(bodies(preset));
});

test('an override that breaks a rule is refused for its path', () => {
  expect(setOverride(preset, 'meta-data/spot', { value: 'x' })).toEqual({
    ok: false,
    error: {
      code: 'INVALID_INPUT',
      message: "meta-data/spot is a directory and can't have a value; choose a path below it.",
      issues: [
        {
          path: 'meta-data/spot',
          message: "meta-data/spot is a directory and can't have a value; choose a path below it.",
        },
      ],
    },
  });
});

test.each<[Parameters<typeof clearOverrides>[1], string[]]>([
  [{ path: 'meta-data/a' }, ['meta-data/a/b', 'meta-data/ab', 'user-data']],
  [{ under: 'meta-data/a' }, ['meta-data/ab', 'user-data']],
  [{ under: '' }, []],
])('overrides are lifted: %j leaves %j', (which, kept) => {
  const paths = ['meta-data/a', 'meta-data/a/b', 'meta-data/ab', 'user-data'];
  const overrides = Object.fromEntries(paths.map((path) => [path, { absent: true as const }]));
  expect(Object.keys(clearOverrides({ ...preset, overrides }, which).overrides)).toEqual(kept);
});

test('without an override to lift, the instance is the same', () => {
  expect(clearOverrides(preset, { under: '' })).toBe(preset);
});
