// Edits of facts, tags, user data and paths of one's own: what is taken, what is refused, and that a refusal changes nothing.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OperationName } from '../../app/contract/contract.ts';
import { startedRuntime, type ExampleRuntime } from '../runtime.example.ts';
import { rawAsk } from '../imds/raw-ask.example.ts';

let example: ExampleRuntime;
beforeEach(async () => {
  example = await startedRuntime();
});
afterEach(() => example.runtime.stop());

describe('user data', () => {
  test('in base64 is served as its bytes', async () => {
    const set = await example.did('metadata.set', { path: 'user-data', value: 'AGH/Cg==', encoding: 'base64' });
    expect(set).toEqual({ how: 'fact', changed: [{ path: 'user-data', was: null, is: 'AGH/Cg==' }] });
    const answer = await rawAsk(example.port(), ['GET /latest/user-data HTTP/1.1']);
    expect(answer).toContain('Content-Length: 4');
    expect((await example.did('metadata.list', { under: 'user-data' })).items).toMatchObject([
      { value: 'AGH/Cg==', encoding: 'base64', source: 'fact' },
    ]);
  });

  test('as text, and taken away by an empty one', async () => {
    await example.did('metadata.set', { path: 'user-data', value: '#!/bin/sh\n' });
    expect(await example.read('user-data')).toBe('#!/bin/sh\n');
    await example.did('metadata.set', { path: 'user-data', value: '' });
    expect(await example.read('user-data')).toContain('404');
    expect(await example.read('')).toBe('dynamic\nmeta-data');
  });
});

describe('facts', () => {
  test('what AWS has is listed, and each of it is taken', async () => {
    const { asOf, instanceTypes, regions } = await example.did('facts.choices');
    expect(asOf).toMatch(/^\d{4}-\d{2}$/);
    expect(instanceTypes).toEqual(expect.arrayContaining(['m7g.large', 't2.micro', 'mac2.metal']));
    expect(regions.find(({ name }) => name === 'eu-central-1')?.zones.slice(0, 4)).toEqual([
      { name: 'eu-central-1a', id: 'euc1-az2' },
      { name: 'eu-central-1b', id: 'euc1-az3' },
      { name: 'eu-central-1c', id: 'euc1-az1' },
      { name: 'eu-central-1-ath-1a', id: 'euc1-ath1-az1' },
    ]);
    for (const { name: region, zones } of regions)
      for (const { name: availabilityZone, id } of zones) {
        await example.did('facts.patch', { region, availabilityZone });
        expect(await example.did('facts.get')).toMatchObject({ region, availabilityZoneId: id });
      }
  });

  test('a tag made absent is gone', async () => {
    const name = 'meta-data/tags/instance/Name';
    const set = await example.did('metadata.set', { path: name, absent: true });
    expect(set).toEqual({ how: 'fact', changed: [{ path: name, was: 'checkout', is: null }] });
    expect(await example.read('meta-data/tags/instance/')).toBe('Environment');
    expect((await example.did('facts.get')).tags).toEqual({ Environment: 'staging' });
    const reset = await example.did('metadata.reset', { path: name });
    expect(reset).toEqual({ changed: [{ path: name, was: null, is: 'checkout' }] });
  });

  test('times are RFC 3339, kept as whole seconds', async () => {
    const { changed } = await example.did('facts.patch', { launchTime: '2024-01-01T01:00:00.900+01:00' });
    const names = ['document', 'pkcs7', 'rsa2048', 'signature'];
    expect(changed.map(({ path }) => path)).toEqual(names.map((name) => `dynamic/instance-identity/${name}`));
    expect(await example.did('facts.get')).toMatchObject({ launchTime: '2024-01-01T00:00:00.000Z' });
    expect(await example.read('dynamic/instance-identity/document')).toContain(
      '"pendingTime" : "2024-01-01T00:00:00Z"',
    );
  });

  test('a second interface, with prefixes and several addresses, is a directory of its own', async () => {
    const { interfaces } = await example.did('facts.get');
    const second = {
      ...interfaces[0],
      mac: '0e:49:61:0f:c3:12',
      interfaceId: 'eni-0aaaaaaaaaaaaaaa2',
      deviceNumber: 1,
      privateIpv4s: ['10.0.12.40', '10.0.12.41'],
      publicIpv4s: [],
      ipv6s: ['2001:db8:8:4::40', '2001:db8:8:4::41'],
      ipv4Prefixes: ['10.0.13.0/28'],
      ipv6Prefixes: ['2001:db8:8:4:5::/80'],
    };
    await example.runtime.carry('facts.patch', { interfaces: [...interfaces, second] }, 'http');
    const macs = 'meta-data/network/interfaces/macs';
    expect(await example.read(`${macs}/`)).toBe('0e:49:61:0f:c3:11/\n0e:49:61:0f:c3:12/');
    expect(await example.read(`${macs}/0e:49:61:0f:c3:12/local-ipv4s`)).toBe('10.0.12.40\n10.0.12.41');
    expect(await example.read(`${macs}/0e:49:61:0f:c3:12/ipv6s`)).toBe('2001:db8:8:4::40\n2001:db8:8:4::41');
    expect(await example.read(`${macs}/0e:49:61:0f:c3:12/ipv4-prefix`)).toBe('10.0.13.0/28');
    expect(await example.read(`${macs}/0e:49:61:0f:c3:12/ipv6-prefix`)).toBe('2001:db8:8:4:5::/80');
  });
});

describe('a path of one’s own', () => {
  test.each([
    ['meta-data/mine', 'meta-data/', 'mine'],
    ['meta-data/a/b/c', 'meta-data/', 'a/'],
    ['meta-data/a/b/c', 'meta-data/a/b', 'c'],
    ['meta-data/placement/rack', 'meta-data/placement/', 'rack'],
    ['meta-data/managed-ssh-keys/signer-cert', 'meta-data/', 'managed-ssh-keys/'],
    ['dynamic/mine/here', 'dynamic/', 'mine/'],
    ['dynamic/mine/here', 'dynamic/mine/', 'here'],
  ])('%s is served, and listed in %s as %s; made absent, it is neither', async (path, directory, line) => {
    await example.did('metadata.set', { path, value: 'value' });
    expect(await example.read(path)).toBe('value');
    expect((await example.read(directory)).split('\n')).toContain(line);
    await example.did('metadata.set', { path, absent: true });
    expect(await example.read(path)).toContain('404');
    expect((await example.read(directory)).split('\n')).not.toContain(line);
  });
});

describe('what is refused says the field, the rule and an example, and changes nothing', () => {
  const TAG_RULE =
    'A tag key has up to 255 letters, digits and - _ + = , . @ :, and is not ".", ".." or "_index"; such as Name.';

  test.each<[OperationName, Record<string, unknown>, string, string]>([
    ['metadata.set', { path: 'meta-data/tags/instance/a b', value: '' }, 'meta-data/tags/instance/a b', TAG_RULE],
    ['metadata.set', { path: 'meta-data/tags/instance/a/b', value: '' }, 'meta-data/tags/instance/a/b', TAG_RULE],
    [
      'metadata.set',
      { path: 'meta-data/tags/instance/_index', value: '', only: true },
      'meta-data/tags/instance/_index',
      TAG_RULE,
    ],
    ['facts.patch', { tags: { 'a/b': '' } }, 'tags.a/b', TAG_RULE],
    [
      'facts.patch',
      { launchTime: 'yesterday' },
      'launchTime',
      'A time as in RFC 3339 is needed, such as 2026-11-22T14:07:00Z.',
    ],
    ['facts.patch', { accountId: '1' }, 'accountId', 'An account id has 12 digits, such as 123456789012.'],
    [
      'facts.patch',
      { instanceProfile: { profileId: 'AIPAQ4M7WZ2KXJ5NBT3RV', profileName: 'p', roleName: 'arn:aws:iam::1:role/x' } },
      'instanceProfile.roleName',
      'A role name has up to 64 letters, digits and + = , . @ - _, such as metadeck-role.',
    ],
    [
      'facts.patch',
      { region: 'eu-west-1', availabilityZone: 'us-east-1a' },
      'availabilityZone',
      'us-east-1a is not a zone of eu-west-1, which has eu-west-1a to eu-west-1c; a newer one is taken with its zone and zone id beside it, or for its path alone with only.',
    ],
    [
      'metadata.set',
      { path: 'user-data', value: '#!/bin/sh', encoding: 'base64' },
      'user-data',
      'The user data is not base64. Use A to Z, a to z, 0 to 9, + and / in groups of four, the last one filled up with =, such as IyEvYmluL3NoCg==.',
    ],
    [
      'metadata.set',
      { path: 'user-data', value: 'x'.repeat(16_385) },
      'user-data',
      'User data has at most 16384 bytes (16 KiB); this has 16385.',
    ],
    [
      'metadata.set',
      { path: 'meta-data/mac', value: 'AA==', encoding: 'base64' },
      'encoding',
      'Only user-data takes base64; give meta-data/mac as text.',
    ],
    [
      'metadata.set',
      { path: 'user-data', value: 'AA==', encoding: 'base64', only: true },
      'only',
      'User data in base64 is no override; leave out only.',
    ],
    [
      'metadata.set',
      { path: 'meta-data/iam', value: 'x' },
      'meta-data/iam',
      "meta-data/iam is a directory and can't have a value; choose a path below it.",
    ],
    [
      'metadata.set',
      { path: 'meta-data/instance-id/x', value: 'x' },
      'meta-data/instance-id/x',
      'meta-data/instance-id holds a value, so nothing can be below it; choose another path.',
    ],
  ])('%s %j', async (name, input, path, message) => {
    const before = await example.did('world.get');
    const error = await example.refused(name, input);
    expect(error).toMatchObject({ code: 'INVALID_INPUT', issues: [{ path, message }] });
    expect(await example.did('world.get')).toEqual(before);
  });
});
