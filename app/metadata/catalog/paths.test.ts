// Which paths are known, which are directories, and which lie below a value.
import { expect, test } from 'vitest';
import { KINDS } from '../../contract/metadata.ts';
import { CATALOG, concretePath, findEntry, isBelowKnownValue, isKnownDirectory } from './paths.ts';

const MACS = 'meta-data/network/interfaces/macs';

test.each([
  ['meta-data/instance-id', {}],
  ['user-data', {}],
  ['meta-data/tags/instance/Name', { key: 'Name' }],
  ['meta-data/tags/instance/aws:ec2spot:id', { key: 'aws:ec2spot:id' }],
  ['meta-data/block-device-mapping/ebs12', { device: 'ebs12' }],
  ['meta-data/public-keys/0/openssh-key', { index: '0' }],
  ['meta-data/iam/security-credentials/any-role', { role: 'any-role' }],
  [`${MACS}/0e:49:61:0f:c3:99/device-number`, { mac: '0e:49:61:0f:c3:99' }],
  [`${MACS}/0e:49:61:0f:c3:99/ipv4-associations/203.0.113.1`, { mac: '0e:49:61:0f:c3:99', 'public-ip': '203.0.113.1' }],
])('%s is known, with %j', (path, parts) => {
  const found = findEntry(path);
  expect(found?.parts).toEqual(parts);
  expect(found && concretePath(found.entry, found.parts)).toBe(path);
});

test.each([
  'meta-data',
  'meta-data/',
  'meta-data/instance-id/x',
  'meta-data/own',
  'meta-data/tags/instance/_index',
  'meta-data/block-device-mapping/swap',
  'meta-data/public-keys/1/openssh-key',
  `${MACS}/0E:49:61:0F:C3:99/mac`,
  `${MACS}/0e:49:61:0f:c3:99/ipv4-associations/here`,
  'meta-data/ancestor-ami-ids',
  'meta-data/managed-ssh-keys/signer-cert',
  'dynamic/instance-identity/dsa2048',
  'meta-data/iam/security-credentials-extended/role',
])('%s is not known', (path) => {
  expect(findEntry(path)).toBeUndefined();
});

test('a path with a part that is not given can not be named', () => {
  const entry = findEntry('meta-data/tags/instance/Name')?.entry;
  expect(entry && concretePath(entry, {})).toBeUndefined();
});

test.each([
  ['meta-data', true],
  ['dynamic', true],
  ['meta-data/spot', true],
  ['meta-data/tags/instance', true],
  ['meta-data/public-keys/0', true],
  [`${MACS}/0e:49:61:0f:c3:99`, true],
  ['meta-data/instance-id', false],
  ['meta-data/tags/instance/Name', false],
  ['meta-data/own', false],
  ['meta-data/{mac}', false],
  ['user-data', false],
])('%s is a known directory: %s', (path, expected) => {
  expect(isKnownDirectory(path)).toBe(expected);
});

test.each([
  ['meta-data/instance-id/x', true],
  ['user-data/x/y', true],
  ['meta-data/tags/instance/Name/x', true],
  ['meta-data/iam/security-credentials/role/x', true],
  ['meta-data/instance-id', false],
  ['meta-data/own/x', false],
  ['meta-data/spot/own', false],
])('%s is below a known value: %s', (path, expected) => {
  expect(isBelowKnownValue(path)).toBe(expected);
});

test('each entry is documented in one sentence, has one of the kinds, and is there once', () => {
  for (const { doc, kind, since } of CATALOG) {
    expect(doc).toMatch(/^[A-Z][^\n]*\.$/);
    expect(KINDS).toContain(kind);
    expect(since ?? '1.0').toMatch(/^(1\.0|\d{4}-\d{2}-\d{2})$/);
  }
  expect(new Set(CATALOG.map(({ path }) => path)).size).toBe(CATALOG.length);
});

test('no known value lies below another', () => {
  expect(CATALOG.filter(({ path }) => isBelowKnownValue(path) || isKnownDirectory(path))).toEqual([]);
});

test('what has a fact can be edited, and only that', () => {
  const named = CATALOG.filter(({ fact }) => fact !== undefined && fact !== 'user data');
  expect(CATALOG.filter(({ write }) => write)).toEqual(named);
});
