// What follows from a change of facts, and which changes are refused.
import { expect, test } from 'vitest';
import type { Draft } from '../catalog/entry.ts';
import { exampleFacts, exampleInterface } from '../instance.example.ts';
import { changedFacts } from './fact-changes.ts';

const before = exampleFacts();

test.each<[Draft, Draft]>([
  [{ region: 'eu-west-1' }, { availabilityZone: 'eu-west-1a', availabilityZoneId: 'euw1-az4' }],
  [{ region: 'eu-west-1', availabilityZone: 'eu-west-1c' }, { availabilityZoneId: 'euw1-az1' }],
  [{ region: 'eu-west-1', availabilityZoneId: 'euw1-az2' }, { availabilityZone: 'eu-west-1a' }],
  [{ availabilityZone: 'us-east-1f' }, { availabilityZoneId: 'use1-az5' }],
  [{ availabilityZone: 'us-east-1f', availabilityZoneId: 'use1-az2' }, {}],
  [{ availabilityZone: 'us-east-1-bos-1a' }, { availabilityZoneId: 'use1-bos1-az1' }],
  [{ availabilityZoneId: 'use1-az2' }, {}],
  [{ instanceType: 't3.micro' }, { architecture: 'x86_64' }],
  [{ instanceType: 't3.micro', architecture: 'i386' }, {}],
  [{ instanceType: 'c7gn.metal' }, {}],
  [{ instanceType: 'a1.large' }, {}],
  [{ instanceType: 'is4gen.large' }, {}],
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
