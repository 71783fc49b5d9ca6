// The directory of an interface: its 22 values, and what an edit of each changes (imds.md 1.3, network/interfaces/macs).
import { expect, test } from 'vitest';
import { NETWORK } from './network.ts';
import { bodies, example, exampleInterface, MACS, outcome, secondInterface } from '../instance.example.ts';

const containing = (text: string): unknown => expect.stringContaining(text);

const GROUP_ID = 'sg-0b7d41c8e92f3a506';

test('there are 22 of them, in the order of the listing', () => {
  const names = NETWORK.map(({ path }) => path);
  expect(names).toHaveLength(22);
  expect(names).toEqual([...names].sort());
});

test('those of the preset', () => {
  const inDirectory = [...bodies(example())].filter(([path]) => path.startsWith(MACS));
  const named = Object.fromEntries(inDirectory.map(([path, body]) => [path.slice(MACS.length + 1), body]));
  expect(named).toEqual({
    'device-number': '0',
    'interface-id': 'eni-0f95d3625f5c521cc',
    'ipv4-associations/203.0.113.25': '10.0.12.34',
    ipv6s: '2001:db8:8:4::2',
    'local-hostname': 'ip-10-0-12-34.ec2.internal',
    'local-ipv4s': '10.0.12.34',
    mac: '0e:49:61:0f:c3:11',
    'owner-id': '123456789012',
    'public-hostname': 'ec2-203-0-113-25.compute-1.amazonaws.com',
    'public-ipv4s': '203.0.113.25',
    'security-group-ids': GROUP_ID,
    'security-groups': 'checkout',
    'subnet-id': 'subnet-0ac62554b1c9d3e87',
    'subnet-ipv4-cidr-block': '10.0.0.0/20',
    'subnet-ipv6-cidr-blocks': '2001:db8:8:4:0:0:0:0/64',
    'vpc-id': 'vpc-0d295a6a7e1f4b3c2',
    'vpc-ipv4-cidr-block': '10.0.0.0/16',
    'vpc-ipv4-cidr-blocks': '10.0.0.0/16',
    'vpc-ipv6-cidr-blocks': '2001:db8:8:0:0:0:0:0/56',
  });
});

test('an IPv6-only interface says nothing of IPv4', () => {
  const only6 = exampleInterface({ privateIpv4s: [], publicIpv4s: [], subnetIpv4Cidr: null });
  const paths = [...bodies(example({ interfaces: [only6] })).keys()].filter((path) => path.startsWith(MACS));
  expect(paths.filter((path) => path.includes('ipv4'))).toEqual([]);
});

test('several addresses are joined by LF, the primary one first', () => {
  const several = exampleInterface({
    privateIpv4s: ['10.0.12.34', '10.0.0.9'],
    ipv4Prefixes: ['10.0.1.16/28', '10.0.1.32/28'],
  });
  const served = bodies(example({ interfaces: [several] }));
  expect(served.get(`${MACS}/local-ipv4s`)).toBe('10.0.12.34\n10.0.0.9');
  expect(served.get(`${MACS}/ipv4-prefix`)).toBe('10.0.1.16/28\n10.0.1.32/28');
});

test.each<[string, string, string[]]>([
  ['interface-id', 'eni-0123abcd', []],
  ['ipv4-prefix', '10.0.1.16/28', []],
  ['ipv6-prefix', '2001:db8:8:4:3::/80', []],
  ['ipv6s', '2001:db8:8:4::9\n2001:db8:8:4::2', ['meta-data/ipv6']],
  ['network-card', '0', []],
  ['security-group-ids', 'sg-0123abcd', []],
  ['security-groups', 'default', ['meta-data/security-groups']],
  ['subnet-id', 'subnet-0123abcd', []],
  ['subnet-ipv4-cidr-block', '10.0.0.0/18', []],
  ['subnet-ipv6-cidr-blocks', '2001:db8:8:4:0:0:0:0/63', []],
  ['vpc-id', 'vpc-0123abcd', []],
  ['vpc-ipv4-cidr-block', '10.0.0.0/15', [`${MACS}/vpc-ipv4-cidr-blocks`]],
  ['vpc-ipv4-cidr-blocks', '10.0.0.0/16\n10.9.0.0/16', []],
  ['vpc-ipv6-cidr-blocks', '2001:db8:0:0:0:0:0:0/32', []],
])('editing %s to %j changes it, and %j with it', (name, value, others) => {
  const changed = outcome(example(), `${MACS}/${name}`, value);
  expect(Object.keys(changed).sort()).toEqual([`${MACS}/${name}`, ...others].sort());
  expect(changed).toMatchObject({ [`${MACS}/${name}`]: value });
});

test.each([
  ['ipv6s', '2001:0DB8:8:4:0:0:0:2', {}],
  ['ipv6s', '2001:DB8:8:4:0:0:0:A', { [`${MACS}/ipv6s`]: '2001:db8:8:4::a', 'meta-data/ipv6': '2001:db8:8:4::a' }],
  ['ipv6-prefix', '2001:DB8:8:4:3:0:0:0/80', { [`${MACS}/ipv6-prefix`]: '2001:db8:8:4:3::/80' }],
  ['subnet-ipv6-cidr-blocks', '2001:DB8:8:4::/64', {}],
  ['vpc-ipv6-cidr-blocks', '2001:DB8:8::/48', { [`${MACS}/vpc-ipv6-cidr-blocks`]: '2001:db8:8:0:0:0:0:0/48' }],
])('%s given as %s is served as EC2 writes it: %j', (name, value, changed) => {
  expect(outcome(example(), `${MACS}/${name}`, value)).toEqual(changed);
});

test('editing owner-id changes the account everywhere', () => {
  const account = '999999999999';
  expect(outcome(example(), `${MACS}/owner-id`, account)).toEqual({
    [`${MACS}/owner-id`]: account,
    'meta-data/iam/info': containing(account),
    'meta-data/identity-credentials/ec2/info': containing(account),
    'dynamic/instance-identity/document': containing(account),
  });
});

test('editing mac below macs/ is the same as at the top', () => {
  const value = '0e:49:61:0f:c3:99';
  expect(outcome(example(), `${MACS}/mac`, value)).toEqual(outcome(example(), 'meta-data/mac', value));
});

test('a public address follows its private one, and leaves with it', () => {
  const two = exampleInterface({
    privateIpv4s: ['10.0.12.34', '10.0.12.40'],
    publicIpv4s: [
      { publicIp: '203.0.113.25', privateIp: '10.0.12.34' },
      { publicIp: '203.0.113.40', privateIp: '10.0.12.40' },
    ],
  });
  const instance = example({ interfaces: [two] });
  const ends = (value: string) => {
    const changed = outcome(instance, `${MACS}/local-ipv4s`, value);
    return Object.fromEntries(Object.entries(changed).filter(([path]) => path.includes('ipv4-associations')));
  };
  expect(ends('10.0.12.40\n10.0.12.34')).toEqual({});
  expect(ends('10.0.12.34\n10.0.12.41')).toEqual({ [`${MACS}/ipv4-associations/203.0.113.40`]: '10.0.12.41' });
  expect(ends('10.0.12.34')).toEqual({ [`${MACS}/ipv4-associations/203.0.113.40`]: null });
});

test('the private addresses of a public one can be chosen, of those that the interface has', () => {
  const two = exampleInterface({ privateIpv4s: ['10.0.12.34', '10.0.12.40'] });
  const instance = example({ interfaces: [two] });
  const path = `${MACS}/ipv4-associations/203.0.113.25`;
  expect(outcome(instance, path, '10.0.12.40')).toEqual({ [path]: '10.0.12.40' });
  expect(outcome(instance, path, '10.0.12.34\n10.0.12.40')).toEqual({ [path]: '10.0.12.34\n10.0.12.40' });
  expect(outcome(instance, path, '10.0.12.50')).toBe(
    `"10.0.12.50" can't be the public IPv4 association. 203.0.113.25 leads to 10.0.12.50, which the interface does not have. Use one of 10.0.12.34, 10.0.12.40.`,
  );
});

test('another association gives the interface another public address', () => {
  const path = `${MACS}/ipv4-associations/198.51.100.7`;
  expect(outcome(example(), path, '10.0.12.34')).toEqual({
    [path]: '10.0.12.34',
    [`${MACS}/public-ipv4s`]: '203.0.113.25\n198.51.100.7',
  });
});

test.each(['device-number', 'owner-id', 'ipv4-associations/203.0.113.25', 'security-groups'])(
  '%s of an interface that is not there has no fact',
  (name) => {
    expect(outcome(example(), `meta-data/network/interfaces/macs/0e:00:00:00:00:00/${name}`, '1')).toBe('no-fact');
  },
);

test('what belongs to the VPC or the subnet changes on every interface in it', () => {
  const instance = example({ interfaces: [exampleInterface(), secondInterface()] });
  const other = MACS.replace(/11$/, '12');
  expect(outcome(instance, `${MACS}/vpc-id`, 'vpc-0123abcd')).toEqual({
    [`${MACS}/vpc-id`]: 'vpc-0123abcd',
    [`${other}/vpc-id`]: 'vpc-0123abcd',
  });
  expect(outcome(instance, `${other}/subnet-ipv4-cidr-block`, '10.0.0.0/18')).toEqual({
    [`${MACS}/subnet-ipv4-cidr-block`]: '10.0.0.0/18',
    [`${other}/subnet-ipv4-cidr-block`]: '10.0.0.0/18',
  });
});

test('the only interface stays the primary one', () => {
  expect(outcome(example(), `${MACS}/device-number`, '1')).toBe(
    `"1" can't be the device number. No interface is the primary one. One needs device number 0, on network card 0 where there are several.`,
  );
});
