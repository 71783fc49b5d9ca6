// A category newer than the version in the path is absent there, and so are directories that become empty (imds.md 6, Old versions).
import { describe, expect, test } from 'vitest';
import { interrupt, recommendRebalance } from '../events/fire.ts';
import { exampleService, type ExampleService, INSTANCE_ACTION } from '../service.example.ts';
import { VERSIONS } from './target.ts';
import { explain } from '../log/explain.ts';

const MAC = 'meta-data/network/interfaces/macs/0e:49:61:0f:c3:11';

/** An instance that has every category with a date, its notices on the wire. */
function everything(): ExampleService {
  const service = exampleService((instance) => ({
    ...instance,
    facts: {
      ...instance.facts,
      placementGroup: 'my-pg',
      partitionNumber: 1,
      hostId: 'h-0da999999f9999fb9',
      productCodes: ['1abc2defghijklm3nopqrs4tu'],
      kernelId: 'aki-5c21674b',
      ramdiskId: 'ari-01bb5768',
      lifecycleState: 'InService',
      hibernation: true,
    },
    userData: 'aGVsbG8=',
  }));
  service.fire((instance, firing) => interrupt(instance, { rebalanceSecondsBefore: 0 }, firing));
  return service;
}

/** The column "Since" of imds.md 1.2 to 1.5. */
const SINCE: [string, string[]][] = [
  [
    '1.0',
    [
      'meta-data/ami-id',
      'meta-data/ami-launch-index',
      'meta-data/ami-manifest-path',
      'meta-data/hostname',
      'meta-data/instance-id',
      'meta-data/local-ipv4',
      'meta-data/reservation-id',
      'meta-data/security-groups',
      'meta-data/profile',
      'meta-data/hibernation/configured',
      'user-data',
    ],
  ],
  ['2007-01-19', ['meta-data/local-hostname', 'meta-data/public-hostname', 'meta-data/public-ipv4']],
  ['2007-03-01', ['meta-data/product-codes']],
  ['2007-08-29', ['meta-data/instance-type']],
  ['2007-10-10', ['meta-data/ramdisk-id']],
  ['2007-12-15', ['meta-data/block-device-mapping/ami', 'meta-data/block-device-mapping/root']],
  ['2008-02-01', ['meta-data/kernel-id', 'meta-data/placement/availability-zone']],
  ['2008-09-01', ['meta-data/instance-action']],
  ['2009-04-04', ['dynamic/fws/instance-monitoring', 'dynamic/instance-identity/document']],
  [
    '2011-01-01',
    [
      'meta-data/mac',
      'device-number',
      'interface-id',
      'ipv4-associations/203.0.113.25',
      // Older by its own date, yet network/ is in no version before this one.
      'local-hostname',
      'local-ipv4s',
      'mac',
      'owner-id',
      'public-hostname',
      'public-ipv4s',
      'security-group-ids',
      'security-groups',
      'subnet-id',
      'subnet-ipv4-cidr-block',
      'vpc-id',
      'vpc-ipv4-cidr-block',
    ].map((name) => (name.includes('meta-data') ? name : `${MAC}/${name}`)),
  ],
  ['2011-05-01', ['meta-data/metrics/vhostmd']],
  ['2012-01-12', ['meta-data/iam/info', 'meta-data/iam/security-credentials/metadeck-role']],
  ['2014-02-25', ['meta-data/services/domain']],
  ['2014-11-05', ['meta-data/spot/termination-time']],
  ['2015-10-20', ['meta-data/services/partition']],
  [
    '2016-06-30',
    ['ipv6s', 'subnet-ipv6-cidr-blocks', 'vpc-ipv4-cidr-blocks', 'vpc-ipv6-cidr-blocks'].map(
      (name) => `${MAC}/${name}`,
    ),
  ],
  // 2016-11-15, 2018-05-23 and 2020-08-24 are no version that is listed: the next one has these.
  ['2018-03-28', ['meta-data/spot/instance-action']],
  [
    '2018-08-17',
    [
      'meta-data/events/maintenance/history',
      'meta-data/events/maintenance/scheduled',
      'meta-data/identity-credentials/ec2/info',
      'meta-data/identity-credentials/ec2/security-credentials/ec2-instance',
    ],
  ],
  ['2019-10-01', ['meta-data/instance-life-cycle', 'meta-data/placement/availability-zone-id']],
  [
    '2020-10-27',
    [
      'meta-data/events/recommendations/rebalance',
      'meta-data/placement/group-name',
      'meta-data/placement/host-id',
      'meta-data/placement/partition-number',
      'meta-data/placement/region',
    ],
  ],
  ['2021-01-03', ['meta-data/ipv6']],
  ['2021-03-23', ['meta-data/tags/instance/Name']],
  ['2021-07-15', ['meta-data/autoscaling/target-lifecycle-state']],
  ['2022-09-24', ['meta-data/system']],
];

const ROWS = SINCE.flatMap(([version, paths]) => paths.map((path): [string, string] => [path, version]));

test.each(ROWS)('%s is there from %s on', (path, since) => {
  const service = everything();
  const there = VERSIONS.filter((version) => service.ask({ target: `/${version}/${path}` }).status === 200);
  expect(there).toEqual(VERSIONS.slice(VERSIONS.indexOf(since as (typeof VERSIONS)[number])));
});

describe('a directory whose categories are all newer', () => {
  test.each([
    ['2011-05-01', 'meta-data', 'iam/'],
    ['2008-09-01', '', 'dynamic'],
    ['2014-02-25', 'meta-data', 'spot/'],
    ['2021-01-03', 'meta-data', 'tags/'],
    ['2018-03-28', 'meta-data', 'events/'],
    ['2018-08-17', 'meta-data/events', 'recommendations/'],
    ['2021-03-23', 'meta-data', 'autoscaling/'],
  ])('under %s is absent and not listed: %s/%s', (version, parent, name) => {
    const service = everything();
    expect(service.ask({ target: `/${version}/${parent}` }).body.split('\n')).not.toContain(name);
    expect(service.get(parent).body.split('\n')).toContain(name);
    const target = `/${version}/${parent}/${name}`;
    expect(service.ask({ target })).toMatchObject({ status: 404, why: { rule: 'newer-than-version', given: version } });
  });
});

test('the first version has what came first, and what has no date', () => {
  const listed = everything().ask({ target: '/1.0/meta-data/' }).body;
  expect(listed.split('\n')).toEqual([
    'ami-id',
    'ami-launch-index',
    'ami-manifest-path',
    'hibernation/',
    'hostname',
    'instance-id',
    'local-ipv4',
    'profile',
    'public-keys/',
    'reservation-id',
    'security-groups',
  ]);
});

describe('paths of one’s own', () => {
  test.each(['meta-data/mine', 'meta-data/spot/mine', 'dynamic/mine/deep'])('%s is in every version', (path) => {
    const service = exampleService((instance) => ({ ...instance, overrides: { [path]: { value: 'x' } } }));
    for (const version of VERSIONS) expect(service.ask({ target: `/${version}/${path}` }).body).toBe('x');
  });

  test('below iam/ none is there before iam/ itself', () => {
    const service = exampleService((instance) => ({
      ...instance,
      overrides: { 'meta-data/iam/mine': { value: 'x' } },
    }));
    expect(service.ask({ target: '/2011-05-01/meta-data/iam/mine' }).status).toBe(404);
    expect(service.ask({ target: '/2012-01-12/meta-data/iam/mine' }).body).toBe('x');
  });

  test('a value of one’s own on a known path does not make its category older', () => {
    const overrides = { 'meta-data/placement/region': { value: 'mars-1' } };
    const service = exampleService((instance) => ({ ...instance, overrides }));
    expect(service.ask({ target: '/2019-10-01/meta-data/placement/region' }).status).toBe(404);
    expect(service.ask({ target: '/2020-10-27/meta-data/placement/region' }).body).toBe('mars-1');
  });
});

describe('why', () => {
  test('in words', () => {
    const { why } = exampleService().ask({ target: '/1.0/meta-data/placement/region' });
    expect(explain(why, () => undefined).sentence).toBe('newer than the version in the path, 1.0');
  });

  test('what no version has is no such path', () => {
    expect(exampleService().ask({ target: '/1.0/meta-data/nothing' }).why.rule).toBe('not-found');
  });
});

test('asking for a notice under a version that has none takes no place', () => {
  const service = exampleService();
  service.fire((instance, firing) => recommendRebalance(instance, {}, firing));
  service.fire((instance, firing) => interrupt(instance, {}, firing));
  const got = service.ask({ target: `/2009-04-04/${INSTANCE_ACTION}` });
  expect(got).toMatchObject({ status: 404, effects: [], why: { rule: 'newer-than-version' } });
});
