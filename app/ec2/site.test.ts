// Overrides, and an instance compiled to paths (behaviour.md, Edits; imds.md 1.0).
import { describe, expect, test } from 'vitest';
import { exampleService, INSTANCE_ACTION, START } from '../service.example.ts';
import { interrupt, scheduleMaintenance } from '../events/fire.ts';
import { fixedAbilities } from '../abilities.example.ts';
import type { ToSign } from '../abilities.ts';
import type { Overrides } from '../metadata/overrides.ts';
import { compileSite, nodeAt } from './site.ts';

const NONE = { spot: false, maintenance: false, lifecycle: false };
const ALL = { spot: true, maintenance: true, lifecycle: true };
const ROLE = 'meta-data/iam/security-credentials/metadeck-role';
const ABSENT = { absent: true as const };

function overridden(overrides: Overrides) {
  return exampleService((instance) => ({ ...instance, overrides }));
}

describe('a value', () => {
  test('takes the place of the one that was there', () => {
    const got = overridden({ 'meta-data/mac': { value: 'x\n' } }).get('meta-data/mac');
    expect(got).toMatchObject({ status: 200, body: 'x\n', why: { rule: 'override', override: 'meta-data/mac' } });
  });

  test('on a path of its own is listed with the directories that lead there', () => {
    const service = overridden({ 'meta-data/mine/deep/x': { value: '1' } });
    expect(service.read('meta-data/')).toContain('\nmine/\n');
    expect(service.read('meta-data/mine/deep/')).toBe('x');
  });

  test('wins over an event, and over its absence', () => {
    const service = overridden({ [INSTANCE_ACTION]: { value: 'mine' } });
    expect(service.read(INSTANCE_ACTION)).toBe('mine');
    service.fire((instance, firing) => interrupt(instance, {}, firing));
    expect(service.read(INSTANCE_ACTION)).toBe('mine');
    expect(service.read('meta-data/spot/')).toBe('instance-action\ntermination-time');
  });

  test('as user data is bytes', () => {
    const got = overridden({ 'user-data': { value: '#!' } }).get('user-data');
    expect(got.headers).toContainEqual(['Content-Type', 'application/octet-stream']);
  });

  test.each(['a%b', 'a?b', 'a b', 'ünï', 'a#b'])('named %s is fetched by its escapes', (name) => {
    const service = overridden({ [`meta-data/${name}`]: { value: '1' } });
    expect(service.read(`meta-data/${encodeURIComponent(name)}`)).toBe('1');
  });

  test('put straight where a directory is, stands there alone', () => {
    const service = overridden({ 'meta-data/iam': { value: 'mine' }, 'meta-data/iam/info': { value: 'below' } });
    expect([service.read('meta-data/iam'), service.read('meta-data/iam/info')]).toEqual(['mine', 404]);
  });
});

describe('absent', () => {
  test.each([
    ['a value', 'meta-data/mac', 'meta-data/mac', 'mac'],
    ['a directory, with all below', 'meta-data/iam', ROLE, 'iam/'],
    [
      'the only value of a directory, with the directory',
      'meta-data/metrics/vhostmd',
      'meta-data/metrics/',
      'metrics/',
    ],
  ])('%s', (_name, path, below, listed) => {
    const service = overridden({ [path]: ABSENT });
    expect(service.get(below)).toMatchObject({ status: 404 });
    expect(String(service.read('meta-data/')).split('\n')).not.toContain(listed);
  });

  test('the answer names the override, of this path or one above', () => {
    const service = overridden({ 'meta-data/iam': ABSENT });
    expect(service.get(ROLE).why).toMatchObject({ rule: 'made-absent', override: 'meta-data/iam' });
  });

  test('spares a value of its own below it', () => {
    const service = overridden({ 'meta-data/iam': ABSENT, [ROLE]: { value: '{}' } });
    expect([service.read('meta-data/iam/'), service.read(ROLE)]).toEqual(['security-credentials/', '{}']);
  });

  test('wins over an event', () => {
    const service = overridden({ 'meta-data/spot': ABSENT });
    service.fire((instance, firing) => interrupt(instance, {}, firing));
    expect(service.read(INSTANCE_ACTION)).toBe(404);
    expect(service.read('meta-data/')).not.toContain('spot/');
  });

  test('everything: the version is still there, for GET / lists it', () => {
    const service = overridden({ 'meta-data': ABSENT, dynamic: ABSENT });
    expect(service.get('')).toMatchObject({ status: 200, body: '' });
  });
});

describe('public keys', () => {
  test('0=name is said only where there is 0/openssh-key, which it tells to fetch (imds.md 2.2)', () => {
    const own = { 'meta-data/public-keys/0/mine': { value: '1' } };
    expect(overridden(own).read('meta-data/public-keys/')).toBe('0=metadeck-key');
    const without = overridden({ ...own, 'meta-data/public-keys/0/openssh-key': ABSENT });
    expect(without.read('meta-data/public-keys/')).toBe('0/');
  });
});

describe("credentials of one's own", () => {
  test('go out as they are, and are masked wherever they are shown', () => {
    const value = '{ "AccessKeyId" : "ASIAX", "SecretAccessKey" : "abcd\\"efgh", "Token":"IQoJb3JpZ2lu" }';
    const site = compileSite(fixedAbilities(), overridden({ [ROLE]: { value } }).instance(), NONE, START);
    expect(nodeAt(site, 'latest', ROLE)?.page).toMatchObject({
      body: value,
      shown: '{ "AccessKeyId" : "ASIAX", "SecretAccessKey" : "abcd…", "Token":"IQoJ…" }',
    });
  });
});

describe('signatures', () => {
  const SIGNATURE = 'dynamic/instance-identity/signature';
  const DOCUMENT = 'dynamic/instance-identity/document';

  test('are made once for a site, when they are first read', () => {
    let signed = 0;
    const abilities = fixedAbilities();
    const counting = { ...abilities, sign: (wanted: ToSign) => ((signed += 1), abilities.sign(wanted)) };
    const site = compileSite(counting, exampleService().instance(), NONE, START);
    expect(signed).toBe(0);
    const page = nodeAt(site, 'latest', SIGNATURE)?.page;
    expect(nodeAt(site, 'latest', SIGNATURE)?.page).toBe(page);
    expect(signed).toBe(1);
  });

  test("are of the document that is served, also of one's own", () => {
    const texts: string[] = [];
    const abilities = fixedAbilities();
    const noting = {
      ...abilities,
      sign: (wanted: ToSign) => (texts.push(abilities.fromUtf8(wanted.bytes)), abilities.sign(wanted)),
    };
    const instance = overridden({ [DOCUMENT]: { value: '{}' } }).instance();
    const site = compileSite(noting, instance, NONE, START);
    expect(nodeAt(site, 'latest', SIGNATURE)?.page.status).toBe(200);
    expect(texts).toEqual(['{}']);
  });
});

function lastModified(service: ReturnType<typeof exampleService>, path: string) {
  return new Map(service.get(path).headers).get('Last-Modified');
}

describe('Last-Modified', () => {
  test('is constant since the last change (imds.md 2.4)', () => {
    const service = exampleService();
    service.now += 86_400_000;
    expect(lastModified(service, 'meta-data/mac')).toBe('Thu, 01 Aug 2024 11:59:00 GMT');
    service.change((instance) => ({ ...instance, changedAt: START }));
    expect(lastModified(service, 'meta-data/mac')).toBe('Thu, 01 Aug 2024 12:59:00 GMT');
  });

  test('is when credentials were made', () => {
    const service = exampleService();
    service.now = START + 3_599_999;
    expect(lastModified(service, ROLE)).toBe('Thu, 01 Aug 2024 12:59:00 GMT');
    service.now += 1;
    expect(lastModified(service, ROLE)).toBe('Thu, 01 Aug 2024 13:59:00 GMT');
  });

  test('is when maintenance was scheduled', () => {
    const service = exampleService();
    service.fire((instance, firing) => scheduleMaintenance(instance, { code: 'instance-stop' }, firing));
    expect(lastModified(service, 'meta-data/events/maintenance/scheduled')).toBe('Thu, 01 Aug 2024 12:59:00 GMT');
  });
});

describe('how long a site holds', () => {
  test('until the next notice, or the next credentials', () => {
    const service = exampleService();
    expect(compileSite(fixedAbilities(), service.instance(), ALL, START).until).toBe(START + 3_600_000);
    service.fire((instance, firing) => interrupt(instance, { noticeInSeconds: 60 }, firing));
    expect(compileSite(fixedAbilities(), service.instance(), ALL, START).until).toBe(START + 60_000);
  });
});
