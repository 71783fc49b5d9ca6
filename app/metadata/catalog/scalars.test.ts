// The values directly below meta-data/: what is there, and what an edit of each changes (imds.md 1.2).
import { expect, test } from 'vitest';
import { bodies, example, exampleInterface, MACS, outcome } from '../instance.example.ts';
import type { FactsPatch } from '../edit.ts';

const containing = (text: string): unknown => expect.stringContaining(text);

test.each([
  ['ami-id', 'ami-0a1b2c3d4e5f67890'],
  ['ami-launch-index', '0'],
  ['ami-manifest-path', '(unknown)'],
  ['hostname', 'ip-10-0-12-34.ec2.internal'],
  ['instance-action', 'none'],
  ['instance-id', 'i-0f3a27b9d04ec91e5'],
  ['instance-life-cycle', 'spot'],
  ['instance-type', 'm7g.large'],
  ['ipv6', '2001:db8:8:4::2'],
  ['kernel-id', undefined],
  ['local-hostname', 'ip-10-0-12-34.ec2.internal'],
  ['local-ipv4', '10.0.12.34'],
  ['mac', '0e:49:61:0f:c3:11'],
  ['product-codes', undefined],
  ['profile', 'default-hvm'],
  ['public-hostname', 'ec2-203-0-113-25.compute-1.amazonaws.com'],
  ['public-ipv4', '203.0.113.25'],
  ['ramdisk-id', undefined],
  ['reservation-id', 'r-0c4d9e61f7a2b8035'],
  ['security-groups', 'checkout'],
  ['system', 'nitro'],
])('%s of the preset is %s', (name, expected) => {
  expect(bodies(example()).get(`meta-data/${name}`)).toBe(expected);
});

const IPV6_ONLY = exampleInterface({ privateIpv4s: [], publicIpv4s: [], subnetIpv4Cidr: null });

test.each<[string, FactsPatch, string | undefined]>([
  ['kernel-id', { kernelId: 'aki-5c21674b' }, 'aki-5c21674b'],
  ['ramdisk-id', { ramdiskId: 'ari-01bb5768' }, 'ari-01bb5768'],
  ['product-codes', { productCodes: ['1abc2', '3def4'] }, '1abc2\n3def4'],
  ['local-ipv4', { interfaces: [IPV6_ONLY] }, undefined],
  ['public-ipv4', { interfaces: [IPV6_ONLY] }, undefined],
  ['public-hostname', { interfaces: [IPV6_ONLY] }, undefined],
  ['hostname', { interfaces: [IPV6_ONLY] }, 'i-0f3a27b9d04ec91e5.ec2.internal'],
  ['ipv6', { interfaces: [exampleInterface({ ipv6s: [] })] }, undefined],
  ['public-hostname', { dnsHostnames: false }, undefined],
])('%s with %j is %s', (name, patch, expected) => {
  expect(bodies(example(patch)).get(`meta-data/${name}`)).toBe(expected);
});

const DOCUMENT = 'dynamic/instance-identity/document';

test.each<[string, string, string[]]>([
  ['ami-id', 'ami-0123abcd', [DOCUMENT]],
  ['ami-launch-index', '3', []],
  ['ami-manifest-path', 'bucket/image.manifest.xml', []],
  ['instance-action', 'shutdown', []],
  ['instance-id', 'i-0123abcd', [DOCUMENT]],
  ['instance-life-cycle', 'on-demand', []],
  ['instance-type', 'm7g.xlarge', [DOCUMENT]],
  ['kernel-id', 'aki-5c21674b', [DOCUMENT]],
  ['product-codes', '1abc2\n3def4', [DOCUMENT]],
  ['profile', 'paravirtual', []],
  ['ramdisk-id', 'ari-01bb5768', [DOCUMENT]],
  ['reservation-id', 'r-0123abcd', []],
  ['system', 'xen', []],
  ['ipv6', '2001:db8:8:4::3', [`${MACS}/ipv6s`]],
  ['security-groups', 'default', [`${MACS}/security-groups`]],
])('editing %s to %j changes it, and %j with it', (name, value, others) => {
  const changed = outcome(example(), `meta-data/${name}`, value);
  expect(Object.keys(changed).sort()).toEqual([`meta-data/${name}`, ...others].sort());
  expect(changed).toMatchObject({ [`meta-data/${name}`]: value });
});

test('editing local-ipv4 moves the host names, the association of the public address and the identity document', () => {
  expect(outcome(example(), 'meta-data/local-ipv4', '10.0.12.99')).toEqual({
    'meta-data/hostname': 'ip-10-0-12-99.ec2.internal',
    'meta-data/local-hostname': 'ip-10-0-12-99.ec2.internal',
    'meta-data/local-ipv4': '10.0.12.99',
    [`${MACS}/local-hostname`]: 'ip-10-0-12-99.ec2.internal',
    [`${MACS}/local-ipv4s`]: '10.0.12.99',
    [`${MACS}/ipv4-associations/203.0.113.25`]: '10.0.12.99',
    [DOCUMENT]: containing('"privateIp" : "10.0.12.99"'),
  });
});

test('editing public-ipv4 moves the public host names and the association', () => {
  expect(outcome(example(), 'meta-data/public-ipv4', '198.51.100.7')).toEqual({
    'meta-data/public-ipv4': '198.51.100.7',
    'meta-data/public-hostname': 'ec2-198-51-100-7.compute-1.amazonaws.com',
    [`${MACS}/public-hostname`]: 'ec2-198-51-100-7.compute-1.amazonaws.com',
    [`${MACS}/public-ipv4s`]: '198.51.100.7',
    [`${MACS}/ipv4-associations/203.0.113.25`]: null,
    [`${MACS}/ipv4-associations/198.51.100.7`]: '10.0.12.34',
  });
});

test('a public address for an interface without one leads to the primary private address', () => {
  const instance = example({ interfaces: [exampleInterface({ publicIpv4s: [] })] });
  expect(outcome(instance, 'meta-data/public-ipv4', '198.51.100.7')).toMatchObject({
    [`${MACS}/ipv4-associations/198.51.100.7`]: '10.0.12.34',
  });
});

test('editing mac moves the whole directory of the interface', () => {
  const moved = '0e:49:61:0f:c3:99';
  const changed = outcome(example(), 'meta-data/mac', moved);
  const below = [...bodies(example()).keys()].filter((path) => path.startsWith(MACS));
  const expected = below.flatMap((path) => [path, path.replace('0e:49:61:0f:c3:11', moved)]);
  expect(Object.keys(changed).sort()).toEqual(['meta-data/mac', ...expected].sort());
});

test('editing instance-type to another processor moves the architecture', () => {
  expect(outcome(example(), 'meta-data/instance-type', 't3.micro')).toMatchObject({
    [DOCUMENT]: containing('"architecture" : "x86_64"'),
  });
});

test('public-hostname has no fact of its own', () => {
  expect(outcome(example(), 'meta-data/public-hostname', 'a.example')).toBe('no-fact');
});

const PRIVATE_NAMES = ['meta-data/hostname', 'meta-data/local-hostname', `${MACS}/local-hostname`];

function named(name: string) {
  return Object.fromEntries(PRIVATE_NAMES.map((one) => [one, name]));
}

/** Why a name that begins otherwise is refused. */
function sentence(name: string): string {
  return `"${name}" can't be the host name: it begins with ip-10-0-12-34. and a domain follows, such as ip-10-0-12-34.corp.example; any other is taken for this path alone with only.`;
}

test.each(PRIVATE_NAMES)('a new domain in %s is in all three, and the usual one comes back', (path) => {
  expect(outcome(example(), path, 'ip-10-0-12-34.corp.example')).toEqual(named('ip-10-0-12-34.corp.example'));
  expect(outcome(example(), path, 'ip-10-0-12-34.corp.example eu.corp.example')).toEqual(
    named('ip-10-0-12-34.corp.example eu.corp.example'),
  );
  const custom = example({ dhcpDomain: 'corp.example' });
  expect(outcome(custom, path, 'ip-10-0-12-34.ec2.internal')).toEqual(named('ip-10-0-12-34.ec2.internal'));
});

test.each(PRIVATE_NAMES)('a name in %s that begins otherwise, or has no domain, needs only', (path) => {
  expect(outcome(example(), path, 'web-1.corp.example')).toBe(sentence('web-1.corp.example'));
  expect(outcome(example(), path, 'ip-10-0-12-34.')).toBe(sentence('ip-10-0-12-34.'));
  expect(outcome(example(), path, 'ip-10-0-12-34.a b c')).toContain(
    "can't be the DHCP domain. A domain name is needed, or two with a blank between",
  );
});

test('with resource names a host name begins with the instance id', () => {
  const byResource = example({ hostnameType: 'resource-name' });
  const name = 'i-0f3a27b9d04ec91e5.corp.example';
  expect(outcome(byResource, 'meta-data/hostname', name)).toEqual(named(name));
});

test('the domain of the VPC stays where the Region moves', () => {
  const custom = example({ dhcpDomain: 'corp.example' });
  expect(outcome(custom, 'meta-data/placement/region', 'eu-west-1')).not.toHaveProperty('meta-data/hostname');
});

test('ipv6 is served in its shortest form', () => {
  expect(outcome(example(), 'meta-data/ipv6', '2001:0DB8:0008:0004:0:0:0:00AB')).toEqual({
    'meta-data/ipv6': '2001:db8:8:4::ab',
    [`${MACS}/ipv6s`]: '2001:db8:8:4::ab',
  });
});

test('editing instance-type to one made for Xen moves the system', () => {
  expect(outcome(example(), 'meta-data/instance-type', 't2.micro')).toMatchObject({
    'meta-data/system': 'xen-on-nitro',
  });
});

test.each([
  [
    'ami-id',
    'ami-1',
    `"ami-1" can't be the AMI id. ami- and 8 or 17 hexadecimal digits are needed, such as ami-0abcdef1234567890.`,
  ],
  ['ami-launch-index', '-1', `"-1" can't be the launch index. A whole number from 0 to 100000 is needed, such as 0.`],
  ['instance-action', 'reboot', `"reboot" can't be the instance action. Use one of none, shutdown, bundle-pending.`],
  [
    'instance-id',
    '',
    `An empty value can't be the instance id. i- and 8 or 17 hexadecimal digits are needed, such as i-0abcdef1234567890.`,
  ],
  ['instance-type', 'big', `"big" can't be the instance type. An instance type is needed, such as m7g.large.`],
  [
    'mac',
    '0E:49:61:0F:C3:11',
    `"0E:49:61:0F:C3:11" can't be the MAC address. A MAC address in lower case is needed, such as 0e:49:61:0f:c3:11.`,
  ],
  [
    'local-ipv4',
    '10.1.2.3',
    `"10.1.2.3" can't be the private IPv4 address. 10.1.2.3 does not lie in the subnet. Its block 10.0.0.0/20 goes from 10.0.0.0 to 10.0.15.255; 10.0.0.10 would do.`,
  ],
  ['local-ipv4', 'here', `"here" can't be the private IPv4 address. An IPv4 address is needed, such as 10.0.12.34.`],
  ['security-groups', '', `An empty value can't be the security groups. At least one is needed.`],
  [
    'profile',
    'a\u0007b',
    `"a\u0007b" can't be the virtualization profile. Control characters are not allowed; use one line of plain text.`,
  ],
])('%s refuses %j', (name, value, message) => {
  expect(outcome(example(), `meta-data/${name}`, value)).toBe(message);
});
