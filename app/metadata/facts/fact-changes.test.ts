// What follows from a change of facts, and which changes are refused.
import { expect, test } from 'vitest';
import type { Draft } from '../catalog/entry.ts';
import { exampleFacts, exampleInterface } from '../instance.example.ts';
import { changedFacts } from './fact-changes.ts';

const before = exampleFacts();

test.each<[Draft, Draft]>([
  [{ region: 'eu-west-1' }, { availabilityZone: 'eu-west-1a', availabilityZoneId: 'euw1-az2' }],
  [{ region: 'eu-west-1', availabilityZone: 'eu-west-1c' }, { availabilityZoneId: 'euw1-az1' }],
  [{ region: 'eu-west-1', availabilityZoneId: 'euw1-az3' }, { availabilityZone: 'eu-west-1a' }],
  [{ region: 'ap-northeast-1' }, { availabilityZone: 'ap-northeast-1a', availabilityZoneId: 'apne1-az4' }],
  [{ availabilityZone: 'us-east-1-wl1-bos-wlz-1' }, { availabilityZoneId: 'use1-wl1-bos-wlz1' }],
  [{ region: 'eusc-de-east-1' }, { availabilityZone: 'eusc-de-east-1a', availabilityZoneId: 'euscde1-az1' }],
  [{ region: 'ap-east-9', availabilityZone: 'ap-east-9a', availabilityZoneId: 'ape9-az1' }, {}],
  [{ availabilityZone: 'us-east-1g', availabilityZoneId: 'use1-az7' }, {}],
  [{ availabilityZone: 'us-east-1f' }, { availabilityZoneId: 'use1-az5' }],
  [{ availabilityZone: 'us-east-1f', availabilityZoneId: 'use1-az2' }, {}],
  [{ availabilityZone: 'us-east-1-bos-1a' }, { availabilityZoneId: 'use1-bos1-az1' }],
  [{ availabilityZoneId: 'use1-az2' }, {}],
  [{ instanceType: 't3.micro' }, { architecture: 'x86_64' }],
  [{ instanceType: 't3.micro', architecture: 'i386' }, {}],
  [{ instanceType: 'c7gn.metal' }, {}],
  [{ instanceType: 'a1.large' }, {}],
  [{ instanceType: 'is4gen.large' }, {}],
  [{ instanceType: 'mac2-m2pro.metal' }, { architecture: 'arm64_mac' }],
  [{ instanceType: 'mac-m4.metal' }, { architecture: 'arm64_mac' }],
  [{ instanceType: 'mac1.metal' }, { architecture: 'x86_64_mac' }],
  [{ instanceType: 'mac2.metal', architecture: 'arm64' }, {}],
  [{ instanceType: 'p6e-gb200.36xlarge' }, {}],
  [{ instanceType: 't2.micro' }, { architecture: 'x86_64', system: 'xen-on-nitro' }],
  [{ instanceType: 't2.micro', system: 'xen' }, { architecture: 'x86_64' }],
  [{ instanceType: 'i3.metal' }, { architecture: 'x86_64' }],
  [{ architecture: 'x86_64' }, {}],
])('%j brings along %j', (draft, following) => {
  const changed = changedFacts(before, draft);
  expect(changed).toEqual({ ok: true, data: { ...before, ...draft, ...following } });
});

test('an i386 instance stays one on another type of its kind, and becomes arm64 on Graviton', () => {
  const old = exampleFacts({ instanceType: 'm1.small', architecture: 'i386' });
  expect(changedFacts(old, { instanceType: 't1.micro' })).toMatchObject({ data: { architecture: 'i386' } });
  expect(changedFacts(old, { instanceType: 't4g.micro' })).toMatchObject({ data: { architecture: 'arm64' } });
});

test.each<[Draft]>([[{}], [{ region: 'us-east-1' }], [{ region: undefined }], [{ tags: { ...before.tags } }]])(
  '%j changes nothing: the same object',
  (draft) => {
    const changed = changedFacts(before, draft);
    expect(changed.ok && changed.data).toBe(before);
  },
);

test.each<[Draft, { path: string; message: string }[]]>([
  [{ region: 'mars' }, [{ path: 'region', message: 'A region is needed, such as us-east-1.' }]],
  [
    { region: 'us-eats-1' },
    [
      {
        path: 'region',
        message:
          'us-eats-1 is no Region: by 2026-11 there are us-east-1, us-east-2, us-west-1, us-west-2 and 44 others; a newer one is taken with its zone and zone id beside it, or for its path alone with only.',
      },
    ],
  ],
  [
    { availabilityZone: 'us-east-1g' },
    [
      {
        path: 'availabilityZone',
        message:
          'us-east-1g is not a zone of us-east-1, which has us-east-1a to us-east-1f and 33 Local or Wavelength Zones such as us-east-1-atl-1a; a newer one is taken with its zone and zone id beside it, or for its path alone with only.',
      },
    ],
  ],
  [
    { availabilityZone: 'us-east-1-lax-1a' },
    [
      {
        path: 'availabilityZone',
        message: expect.stringContaining('such as us-east-1-iah-1a;') as string,
      },
    ],
  ],
  [
    { region: 'eu-central-1', availabilityZoneId: 'euc1-az3' },
    [
      {
        path: 'availabilityZoneId',
        message:
          'euc1-az3 is not the id of eu-central-1a, which is euc1-az2; a newer one is taken with its zone and zone id beside it, or for its path alone with only.',
      },
    ],
  ],
  [
    { region: 'us-west-2', availabilityZone: 'us-west-2-lax-1a', availabilityZoneId: 'usw2-az1' },
    [
      {
        path: 'availabilityZoneId',
        message: expect.stringContaining(
          'usw2-az1 is not the id of us-west-2-lax-1a, which is usw2-lax1-az1;',
        ) as string,
      },
    ],
  ],
  [
    { instanceType: 'm7h.large' },
    [
      {
        path: 'instanceType',
        message:
          'm7h is no instance family by 2026-11. Did you mean m7g? A newer one is taken for this path alone with only.',
      },
    ],
  ],
  [
    { accountId: '1', instanceId: 'x' },
    [
      { path: 'accountId', message: 'An account id has 12 digits, such as 123456789012.' },
      { path: 'instanceId', message: 'i- and 8 or 17 hexadecimal digits are needed, such as i-0abcdef1234567890.' },
    ],
  ],
  [
    { tags: { 'a b': 'x' } },
    [
      {
        path: 'tags.a b',
        message:
          'A tag key has up to 255 letters, digits and - _ + = , . @ :, and is not ".", ".." or "_index"; such as Name.',
      },
    ],
  ],
  [
    { interfaces: [exampleInterface({ privateIpv4s: ['10.0.0'] })] },
    [{ path: 'interfaces.0.privateIpv4s.0', message: 'An IPv4 address is needed, such as 10.0.12.34.' }],
  ],
  [
    { partitionNumber: 1 },
    [
      {
        path: 'partitionNumber',
        message: 'A partition number needs a placement group. Set the placement group first, such as my-group.',
      },
    ],
  ],
])('%j is refused with %j', (draft, issues) => {
  const [message] = issues.map((issue) => issue.message);
  expect(changedFacts(before, draft)).toEqual({
    ok: false,
    error: { code: 'INVALID_INPUT', message, issues },
  });
});

test('a fact that does not exist is refused', () => {
  const unknown: object = { planet: 'mars' };
  expect(changedFacts(before, unknown)).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
});

test('a contradiction that was there before is no reason to refuse another change', () => {
  const contradictory = exampleFacts({ partitionNumber: 1 });
  expect(changedFacts(contradictory, { instanceType: 'm7g.xlarge' }).ok).toBe(true);
  expect(changedFacts(contradictory, { availabilityZone: 'us-west-2a' }).ok).toBe(false);
});
