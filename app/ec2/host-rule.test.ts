// Who is refused before anything is looked up (behaviour.md, Listening).
import { describe, expect, test } from 'vitest';
import { allowsNames } from '../allowed-hosts.ts';
import { exampleService } from '../service.example.ts';
import { refusal } from './host-rule.ts';

const STRICT = { allows: allowsNames([]), webPages: false };
const PLAIN = { host: undefined, origin: undefined, fetchSite: undefined };

describe('a Host that is ours', () => {
  test.each([
    ['none at all', undefined],
    ['an empty one', ''],
    ['an IPv4 address', '169.254.169.254'],
    ['with a port', '127.0.0.1:1338'],
    ['with an empty port', '127.0.0.1:'],
    ['an IPv6 address', '[::1]'],
    ['an IPv6 address with a port', '[fd00:ec2::254]:1338'],
    ['an IPv6 address with a zone', '[fe80::1%25eth0]'],
    ['an IPv4 address in IPv6', '[::ffff:10.0.0.1]'],
    ['localhost', 'localhost:1338'],
    ['the case does not count', 'LocalHost'],
    ['a dot at the end', 'localhost.'],
    ['a name below localhost', 'metadata.localhost:1338'],
    ['a name without a dot', 'metadeck'],
    ['a name without a dot, as in a compose file', 'aws_metadata-1:80'],
    ['host.docker.internal', 'host.docker.internal:1338'],
    ['the name of the real one', 'instance-data.ec2.internal'],
    ['a service of a cluster', 'metadeck.default.svc'],
    ['its whole name', 'metadeck.default.svc.cluster.local:1338'],
    ['another name ending in .internal', 'ip-10-0-0-1.ec2.internal'],
    ['a name for tests, which no DNS answers', 'imds.acme.test:1338'],
  ])('%s', (_name, host) => {
    expect(refusal({ ...PLAIN, host }, STRICT)).toBeUndefined();
  });
});

describe('a Host that is foreign', () => {
  test.each([
    'evil.example',
    'evil.example:1338',
    '127.0.0.1.evil.example',
    '127.0.0.1.nip.io:1338',
    'localhost.evil.example',
    'internal.evil.example',
    'evil.internal.example',
    'notinternal.com',
    'evil.local',
    'metadeck.default',
    'metadeck.orb.local',
    'test.evil.example',
    'cluster.local',
    '0x7f.1',
    '127.0.0.1@evil.example',
    'evil.example#.internal',
    'evil.example/.internal',
    '[evil.example]',
    'bücher.internal',
    'a b.internal',
  ])('%s', (host) => {
    expect(refusal({ ...PLAIN, host }, STRICT)).toEqual({ rule: 'foreign-host', given: host });
  });
});

describe('web pages', () => {
  test.each([
    ['any Origin', { origin: 'http://localhost:1338' }, 'http://localhost:1338'],
    ['the Origin of a sandboxed page', { origin: 'null' }, 'null'],
    ['an empty Origin', { origin: '' }, ''],
    ['cross-site', { fetchSite: 'cross-site' }, 'cross-site'],
    ['same-site', { fetchSite: 'same-site' }, 'same-site'],
    ['same-origin', { fetchSite: 'same-origin' }, 'same-origin'],
  ])('%s is refused', (_name, headers, given) => {
    expect(refusal({ ...PLAIN, ...headers }, STRICT)).toEqual({ rule: 'web-page', given });
  });

  test('an address typed by hand is not', () => {
    expect(refusal({ ...PLAIN, fetchSite: 'none' }, STRICT)).toBeUndefined();
  });
});

describe('the settings', () => {
  test('a name they allow is ours, whatever its case and port, and no other', () => {
    const admits = { allows: allowsNames(['Imds.Example.com']), webPages: false };
    expect(refusal({ ...PLAIN, host: 'imds.example.COM:1338' }, admits)).toBeUndefined();
    expect(refusal({ ...PLAIN, host: 'a.imds.example.com' }, admits)).toBeDefined();
    expect(refusal({ ...PLAIN, host: 'imds.example.com' }, STRICT)).toBeDefined();
  });

  test('a star lets in all names below one, and not that one', () => {
    const admits = { allows: allowsNames(['*.orb.local']), webPages: false };
    expect(refusal({ ...PLAIN, host: 'metadeck.orb.local:1338' }, admits)).toBeUndefined();
    expect(refusal({ ...PLAIN, host: 'web.metadeck.orb.local' }, admits)).toBeUndefined();
    expect(refusal({ ...PLAIN, host: 'orb.local' }, admits)).toBeDefined();
  });

  test('they can let web pages in, but not foreign names with them', () => {
    const admits = { allows: allowsNames([]), webPages: true };
    expect(refusal({ ...PLAIN, origin: 'http://a.example', fetchSite: 'cross-site' }, admits)).toBeUndefined();
    expect(refusal({ ...PLAIN, host: 'evil.example' }, admits)).toBeDefined();
  });
});

test('what is refused is 403, empty, without effect, and says why (imds.md 6)', () => {
  expect(exampleService().get('meta-data/mac', { host: 'evil.example' })).toMatchObject({
    status: 403,
    body: '',
    effects: [],
    why: { rule: 'foreign-host', given: 'evil.example' },
  });
});
