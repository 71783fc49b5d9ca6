// Every path as the control API shows it, and what differs between two instances (api.md).
import { describe, expect, test } from 'vitest';
import { contract } from '../contract/contract.ts';
import { exampleService, INSTANCE_ACTION } from '../service.example.ts';
import { interrupt } from '../events/fire.ts';
import { fixedAbilities } from '../abilities.example.ts';
import { editFact, setOverride } from '../metadata/edit.ts';
import type { Override } from '../metadata/overrides.ts';
import type { Abilities } from '../abilities.ts';
import type { Instance } from '../world/world.ts';
import { changedCount, metadataItems, pathChanges, textOf } from './metadata-view.ts';

const abilities = fixedAbilities();
const ROLE = 'meta-data/iam/security-credentials/metadeck-role';
type Service = ReturnType<typeof exampleService>;

function items(service: Service) {
  return metadataItems(abilities, service.instance(), service.now);
}

function item(service: Service, path: string) {
  return items(service).find((one) => one.path === path);
}

function overridden(path: string, override: Override): Service {
  return exampleService((instance) => setTo(instance, path, override));
}

function setTo(instance: Instance, path: string, override: Override): Instance {
  const set = setOverride(instance, path, override);
  if (!set.ok) throw new Error(set.error.message);
  return set.data;
}

function withFact(instance: Instance, path: string, value: string): Instance {
  const edited = editFact(instance, path, value, abilities);
  if (edited === 'no-fact' || !edited.ok) throw new Error('It was refused.');
  return edited.data;
}

test('all of them fit the contract, are sorted and each is there once', () => {
  const all = items(exampleService());
  const paths = all.map(({ path }) => path);
  expect(contract['metadata.list'].output.parse({ items: all })).toEqual({ items: all });
  expect(paths).toEqual([...new Set(paths)].sort());
});

describe('an item', () => {
  test.each([
    [
      'of a fact',
      'meta-data/instance-type',
      { value: 'm7g.large', source: 'fact', fact: 'instance type', present: true },
    ],
    ['computed', 'dynamic/instance-identity/document', { source: 'computed', present: true, kind: 'json' }],
    ['known but absent', 'meta-data/kernel-id', { value: null, present: false, changed: false, known: true }],
    ['of an event that is not', INSTANCE_ACTION, { value: null, present: false, source: 'computed' }],
  ])('%s', (_name, path, expected) => {
    expect(item(exampleService(), path)).toMatchObject(expected);
  });

  test('of an event that stands is no change of the instance', () => {
    const service = exampleService();
    service.fire((instance, firing) => interrupt(instance, {}, firing));
    expect(item(service, INSTANCE_ACTION)).toMatchObject({ present: true, source: 'event', changed: false });
    expect(changedCount(abilities, service.instance(), service.now)).toBe(0);
  });

  test('overridden knows what the preset says', () => {
    const service = overridden('meta-data/mac', { value: 'x' });
    expect(item(service, 'meta-data/mac')).toMatchObject({
      value: 'x',
      source: 'override',
      changed: true,
      default: '0e:49:61:0f:c3:11',
    });
  });

  test('made absent is shown as such, and so is what was below it', () => {
    const service = overridden('meta-data/iam', { absent: true });
    expect(item(service, 'meta-data/iam')).toMatchObject({ present: false, source: 'override', changed: true });
    expect(item(service, 'meta-data/iam/info')).toMatchObject({ present: false, changed: true });
  });

  test("of one's own is not known", () => {
    expect(item(overridden('meta-data/mine', { value: '' }), 'meta-data/mine')).toMatchObject({
      value: '',
      known: false,
      since: null,
      default: null,
      changed: true,
    });
  });

  test('whose fact was edited is changed, with all that follows', () => {
    const service = exampleService((instance) => withFact(instance, 'meta-data/local-ipv4', '10.0.12.99'));
    for (const path of ['meta-data/local-ipv4', 'meta-data/hostname', 'dynamic/instance-identity/document']) {
      expect(item(service, path)).toMatchObject({ changed: true });
    }
    expect(item(service, 'meta-data/mac')).toMatchObject({ changed: false });
  });

  test("of credentials is masked, one's own too", () => {
    const computed = item(exampleService(), ROLE)?.value ?? '';
    expect(computed).toMatch(/"SecretAccessKey" : ".{4}…"/);
    const own = item(overridden(ROLE, { value: '{"SecretAccessKey":"abcdefgh"}' }), ROLE);
    expect(own?.value).toBe('{"SecretAccessKey":"abcd…"}');
  });
});

describe('text', () => {
  test.each([
    ['text', 'é', { text: 'é', encoding: 'utf8' }],
    ['bytes that are text', new Uint8Array([0xc3, 0xa9]), { text: 'é', encoding: 'utf8' }],
    ['bytes that are none', new Uint8Array([0xff, 0xfe]), { text: '//4=', encoding: 'base64' }],
    ['bytes with a zero', new Uint8Array([0x61, 0]), { text: 'YQA=', encoding: 'base64' }],
  ])('%s', (_name, body, expected) => {
    expect(textOf(abilities, { body })).toEqual(expected);
  });
});

describe('what differs', () => {
  const service = exampleService();
  const before = service.instance();

  test('a value, one that came, and one that went', () => {
    let after = setTo(before, 'meta-data/mine', { value: '1' });
    after = setTo(after, 'meta-data/metrics', { absent: true });
    after = setTo(after, 'meta-data/mac', { value: 'x' });
    expect(pathChanges(abilities, before, after, service.now)).toMatchObject([
      { path: 'meta-data/mac', was: '0e:49:61:0f:c3:11', is: 'x' },
      { path: 'meta-data/metrics/vhostmd', is: null },
      { path: 'meta-data/mine', was: null, is: '1' },
    ]);
    expect(changedCount(abilities, after, service.now)).toBe(3);
  });

  test('nothing, where nothing does', () => {
    expect(pathChanges(abilities, before, { ...before }, service.now)).toEqual([]);
    expect(changedCount(abilities, before, service.now)).toBe(0);
  });

  test('signatures differ with the document, and are counted without a key', () => {
    const noKey: Abilities = {
      ...abilities,
      sign: () => {
        throw new Error('There is no key.');
      },
    };
    const after = withFact(before, 'meta-data/instance-type', 'c7g.large');
    const paths = pathChanges(abilities, before, after, service.now).map(({ path }) => path);
    expect(paths).toEqual([
      'dynamic/instance-identity/document',
      'dynamic/instance-identity/pkcs7',
      'dynamic/instance-identity/rsa2048',
      'dynamic/instance-identity/signature',
      'meta-data/instance-type',
    ]);
    expect(changedCount(noKey, after, service.now)).toBe(5);
  });

  test('as those see it who see every event', () => {
    const fired = interrupt(before, {}, { by: 'panel', now: service.now, hex: (digits) => '0'.repeat(digits) });
    const after = fired.ok ? fired.data.instance : before;
    const paths = pathChanges(abilities, before, after, service.now).map(({ path }) => path);
    expect(paths).toEqual([INSTANCE_ACTION, 'meta-data/spot/termination-time']);
  });
});
