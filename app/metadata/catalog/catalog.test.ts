// The whole catalogue, at any moment and after any edits.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Instance, instance as instanceSchema } from '../../world/world.ts';
import { catalogLeaves, knownPaths, pathInfo } from './catalog.ts';
import { factIssues } from '../facts/consistency.ts';
import { editFact, resetFact, resetFactsUnder } from '../edit.ts';
import { bodies, CREATED_AT, example, exampleInterface, NO_ABILITIES, secondInterface } from '../instance.example.ts';

const VALUES = [
  '',
  '0',
  '1',
  '2',
  'none',
  'spot',
  'on-demand',
  'true',
  'enabled',
  'nitro',
  'InService',
  'text',
  'a\nb',
  'default\nweb',
  'i-0123abcd',
  'ami-0123abcd',
  'aki-0123abcd',
  'ari-0123abcd',
  'r-0123abcd',
  'h-0123abcd',
  'eni-0123abcd',
  'vpc-0123abcd',
  'subnet-0123abcd',
  'sg-0123abcd',
  'sg-0123abcd\nsg-0b7d41c8e92f3a506',
  't3.micro',
  'c7g.large',
  'eu-west-1',
  'us-gov-west-1',
  'us-east-1',
  'us-east-1c',
  'eu-west-1b',
  'use1-az2',
  'euw1-az2',
  '10.0.12.99',
  '10.0.0.9\n10.0.0.8',
  '10.0.12.34',
  '10.0.12.34\n10.0.0.9',
  '10.9.0.1',
  '198.51.100.7',
  '198.51.100.7\n203.0.113.25',
  '2001:db8:8:4::9',
  '2001:db8:8:4::9\n2001:db8:8:4::2',
  '10.0.0.0/18',
  '10.0.0.0/15',
  '10.0.1.16/28',
  '10.0.0.0/16\n10.9.0.0/16',
  '2001:db8::/32',
  '2001:db8:8:4::/64',
  '2001:db8:8:4:3::/80',
  '0e:49:61:0f:c3:99',
  '0e:49:61:0f:c3:12',
  '999999999999',
  '/dev/sda1',
  'sdc',
  'ssh-rsa AAAAB3NzaC1yc2EAAAADAQAB mine',
];

const MORE_PATHS = [
  'meta-data/tags/instance/New',
  'meta-data/tags/instance/Name',
  'meta-data/block-device-mapping/ebs1',
];

type Edit = { at: number; value: string };

const edits = fc.array(
  fc.record<Edit>({
    at: fc.nat(10_000),
    value: fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...VALUES) }, fc.string()),
  }),
  { maxLength: 30 },
);

const starts = fc.constantFrom(
  example(),
  example({ interfaces: [exampleInterface(), secondInterface()] }),
  example({ interfaces: [exampleInterface({ privateIpv4s: [], publicIpv4s: [], subnetIpv4Cidr: null })] }),
);

/** The instance after as many of the edits as are accepted, each at a path that it has or may have then. */
function after(start: Instance, given: Edit[]): Instance {
  return given.reduce((current, { at, value }) => {
    const paths = [...knownPaths(current), ...MORE_PATHS].filter((path) => path !== 'user-data');
    const edited = editFact(current, paths[at % paths.length] ?? '', value, NO_ABILITIES);
    return edited !== 'no-fact' && edited.ok ? edited.data : current;
  }, start);
}

test('after any edits that are accepted, nothing contradicts and the instance is valid', () => {
  fc.assert(
    fc.property(starts, edits, (start, given) => {
      const instance = after(start, given);
      expect(factIssues(instance.facts)).toEqual([]);
      expect(instanceSchema.safeParse(instance).error).toBeUndefined();
    }),
  );
});

test('after any edits, each path is there once, is known, and lies below no other', () => {
  fc.assert(
    fc.property(starts, edits, fc.nat(1e12), (start, given, later) => {
      const leaves = catalogLeaves(after(start, given), CREATED_AT + later, NO_ABILITIES);
      const paths = new Set(leaves.map(({ path }) => path));
      expect(paths.size).toBe(leaves.length);
      for (const { path, source, fact } of leaves) {
        expect(pathInfo(path)?.fact).toBe(fact);
        expect(source).toBe(fact === undefined ? 'computed' : 'fact');
        const above = path.split('/').map((_, index, all) => all.slice(0, index).join('/'));
        expect(above.filter((one) => paths.has(one))).toEqual([]);
      }
    }),
  );
});

test('an edit to the value that is served always gives the same instance', () => {
  fc.assert(
    fc.property(starts, edits, (start, given) => {
      const instance = after(start, given);
      for (const [path, body] of bodies(instance)) {
        const edited = editFact(instance, path, body, NO_ABILITIES);
        expect(edited === 'no-fact' || (edited.ok && edited.data === instance)).toBe(true);
      }
    }),
    { numRuns: 50 },
  );
});

test('after any edits and resets nothing contradicts, and a reset of everything is the preset', () => {
  fc.assert(
    fc.property(edits, fc.array(fc.nat(10_000), { maxLength: 10 }), (given, resets) => {
      const edited = after(example(), given);
      const reset = resets.reduce((current, at) => {
        const paths = [...bodies(current).keys()];
        return resetFact(current, paths[at % paths.length] ?? '');
      }, edited);
      expect(factIssues(reset.facts)).toEqual([]);
      expect(bodies(resetFactsUnder(reset, 'meta-data'))).toEqual(
        bodies({ ...example(), facts: { ...example().facts, detailedMonitoring: reset.facts.detailedMonitoring } }),
      );
      expect(resetFactsUnder(reset, '')).toEqual(example());
    }),
    { numRuns: 25 },
  );
});

test('what is known about a path', () => {
  expect(pathInfo('meta-data/instance-life-cycle')).toEqual({
    kind: 'enum',
    doc: 'How it was bought: on demand, spot, scheduled or as a capacity block.',
    since: '2019-10-01',
    fact: 'life cycle',
    allowed: ['on-demand', 'spot', 'scheduled', 'capacity-block'],
  });
  expect(pathInfo('meta-data/spot/termination-time')).toEqual({
    kind: 'time',
    doc: 'When a spot instance will be terminated; there once it is to be.',
    since: '2014-11-05',
  });
  expect(pathInfo('meta-data/own')).toBeUndefined();
});

test('paths are known also where the instance has no value, or one that is made when it is read', () => {
  const known = knownPaths(example());
  const absent = known.filter((path) => !bodies(example()).has(path));
  expect(absent).toEqual([
    'meta-data/kernel-id',
    'meta-data/product-codes',
    'meta-data/ramdisk-id',
    'meta-data/autoscaling/target-lifecycle-state',
    'meta-data/hibernation/configured',
    'meta-data/placement/group-name',
    'meta-data/placement/host-id',
    'meta-data/placement/partition-number',
    'meta-data/network/interfaces/macs/0e:49:61:0f:c3:11/ipv4-prefix',
    'meta-data/network/interfaces/macs/0e:49:61:0f:c3:11/ipv6-prefix',
    'meta-data/network/interfaces/macs/0e:49:61:0f:c3:11/network-card',
    'dynamic/instance-identity/pkcs7',
    'dynamic/instance-identity/rsa2048',
    'dynamic/instance-identity/signature',
    'user-data',
    'meta-data/events/maintenance/history',
    'meta-data/events/maintenance/scheduled',
    'meta-data/events/recommendations/rebalance',
    'meta-data/spot/instance-action',
    'meta-data/spot/termination-time',
  ]);
});

test('without a role or a key pair their paths are known as far as they can be named', () => {
  const known = knownPaths(example({ instanceProfile: null, keyPair: null }));
  expect(known).toContain('meta-data/iam/info');
  expect(known).toContain('meta-data/public-keys/0/openssh-key');
  expect(known.filter((path) => path.startsWith('meta-data/iam/security-credentials'))).toEqual([]);
});
