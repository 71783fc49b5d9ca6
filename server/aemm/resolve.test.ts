// One value for each setting: flag, then variable, then file, then default; and what is said of names that nobody knows.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AEMM_DEFAULTS } from '../../app/aemm/defaults/defaults.ts';
import { aemmSettings } from '../../app/aemm/settings.ts';
import { KNOWN_KEYS, type KnownKey } from './known-keys.ts';
import { resolveSettings, unknownKeys, unknownVariables, withVariableNames, type Sources } from './resolve.ts';
import type { Leaf } from './tree.ts';

function settingsFrom(
  given: Partial<Omit<Sources, 'flags' | 'file'>> & { flags?: [string, string][]; file?: [string, Leaf][] },
) {
  const { command = 'all', env = {}, flags = [], file } = given;
  return resolveSettings({ command, env, flags: new Map(flags), file: file === undefined ? null : new Map(file) });
}

function valueAt(path: readonly string[], given: Parameters<typeof settingsFrom>[0]): unknown {
  const read = settingsFrom(given);
  if (!read.ok) throw new Error(read.error.message);
  let at: unknown = { ...read.data.settings, ...read.data.run };
  for (const name of path) at = (at as Record<string, unknown>)[name];
  return at;
}

/** Three values of a type, each as text and as what it stands for; none is a default. */
const SAMPLES: Record<KnownKey['kind'], [text: string, value: unknown][]> = {
  string: [
    ['from-flag', 'from-flag'],
    ['from-variable', 'from-variable'],
    ['from-file', 'from-file'],
  ],
  int: [
    ['31', 31],
    ['32', 32],
    ['-33', -33],
  ],
  bool: [
    ['true', true],
    ['1', true],
    ['T', true],
  ],
  list: [
    ['a', ['a']],
    ['b,c', ['b', 'c']],
    ['', []],
  ],
};

const ROWS = [...KNOWN_KEYS.values()];

describe('precedence, setting by setting', () => {
  test.each(ROWS)('$key', ({ key, path, variable, kind, default: byDefault }) => {
    const [flag, env, file] = SAMPLES[kind];
    if (!flag || !env || !file) throw new Error('three samples are needed');
    const from = {
      flags: [[key, flag[0]]] as [string, string][],
      env: { [variable]: env[0] },
      file: [[key, file[0]]] as [string, Leaf][],
    };
    expect(valueAt(path, {})).toEqual(byDefault);
    expect(valueAt(path, { file: from.file })).toEqual(file[1]);
    expect(valueAt(path, { file: from.file, env: from.env })).toEqual(env[1]);
    expect(valueAt(path, { env: from.env })).toEqual(env[1]);
    expect(valueAt(path, { ...from })).toEqual(flag[1]);
    expect(valueAt(path, { flags: from.flags, file: from.file })).toEqual(flag[1]);
  });

  test('a bool can be switched off again by what goes before', () => {
    const path = ['imdsv2'];
    expect(valueAt(path, { file: [['imdsv2', true]], env: { AEMM_IMDSV2: 'false' } })).toBe(false);
    expect(valueAt(path, { env: { AEMM_IMDSV2: 'true' }, flags: [['imdsv2', 'false']] })).toBe(false);
  });
});

describe('variables', () => {
  test.each([
    ['server.port', 'AEMM_SERVER_PORT'],
    ['mock-delay-sec', 'AEMM_MOCK_DELAY_SEC'],
    ['spot.rebalance-rec-time', 'AEMM_SPOT_REBALANCE_REC_TIME'],
    ['metadata.values.mac', 'AEMM_METADATA_VALUES_MAC'],
    ['metadata.paths.ami-id', 'AEMM_METADATA_PATHS_AMI_ID'],
    ['metadata.values.iam-info.code', 'AEMM_METADATA_VALUES_IAM_INFO_CODE'],
    ['dynamic.values.fws-instance-monitoring', 'AEMM_DYNAMIC_VALUES_FWS_INSTANCE_MONITORING'],
    ['dynamic.values.instance-identity-document.accountid', 'AEMM_DYNAMIC_VALUES_INSTANCE_IDENTITY_DOCUMENT_ACCOUNTID'],
    ['userdata.values.userdata', 'AEMM_USERDATA_VALUES_USERDATA'],
  ])('%s is %s', (key, variable) => {
    expect(KNOWN_KEYS.get(key)?.variable).toBe(variable);
  });

  test('each key has one of its own', () => {
    expect(new Set(ROWS.map(({ variable }) => variable)).size).toBe(ROWS.length);
  });

  test.each([
    ['AEMM_SERVER_HOSTNAME', ['server', 'hostname'], ''],
    ['AEMM_METADATA_VALUES_AMI_ID', ['metadata', 'values', 'ami-id'], ''],
    ['AEMM_MOCK_DELAY_SEC', ['mock-delay-sec'], 0],
    ['AEMM_IMDSV2', ['imdsv2'], false],
  ])('an empty %s counts', (variable, path, expected) => {
    const file: [string, Leaf][] = [[path.join('.'), '7']];
    expect(valueAt(path, { env: { [variable]: '' }, file })).toEqual(expected);
  });

  test.each([
    ['AEMM_SPOT_ITN_ACTION', 'AEMM_SPOT_ACTION'],
    ['AEMM_SERVER_PROT', 'AEMM_SERVER_PORT'],
    ['AEMM_MOCK_DELAY_SECS', 'AEMM_MOCK_DELAY_SEC'],
  ])('%s gets a hint at %s', (name, near) => {
    expect(unknownVariables({ [name]: 'x' })).toEqual([
      `Unknown environment variable ${name} is ignored; did you mean ${near}?`,
    ]);
  });

  test('one that is like nothing is said too; others are nobody’s business', () => {
    expect(unknownVariables({ AEMM_Q: '', HOME: 'x', aemm_imdsv2: '1' })).toEqual([
      'Unknown environment variable AEMM_Q is ignored',
    ]);
  });
});

describe('keys of a file', () => {
  test('unknown ones are ignored with a hint', () => {
    expect(unknownKeys(new Map([['mock-dealy-sec', 5]]), 'f.json')).toEqual([
      'Unknown key "mock-dealy-sec" in f.json is ignored; did you mean mock-delay-sec?',
    ]);
    expect(settingsFrom({ file: [['mock-dealy-sec', 5]] })).toMatchObject({ ok: true });
  });

  test('a value where further keys belong is said', () => {
    expect(unknownKeys(new Map([['server', '1338']]), 'f.json')).toEqual([
      'server in f.json holds further keys, so its value is ignored',
    ]);
  });

  test('of hundreds the first fifty are named', () => {
    const said = unknownKeys(new Map(Array.from({ length: 300 }, (_, at) => [`k${at}`, 1])), 'f.json');
    expect([said.length, said.at(-1)]).toEqual([51, '250 further unknown keys in f.json are ignored']);
  });

  test('of a text taken for a key only the beginning is said, and nothing is compared with it', () => {
    const before = performance.now();
    const said = unknownKeys(new Map([['a'.repeat(900_000), 1]]), 'f.json');
    expect(said).toEqual([`Unknown key "${'a'.repeat(60)}…" in f.json is ignored`]);
    expect(performance.now() - before).toBeLessThan(1000);
  });

  test('known ones are not spoken of', () => {
    expect(unknownKeys(new Map(ROWS.map(({ key }) => [key, ''])), 'f')).toEqual([]);
  });

  test('a part of an object leaves the rest of it as it is', () => {
    const code = valueAt(['metadata', 'values', 'iam-info'], { file: [['metadata.values.iam-info.code', 'Failed']] });
    expect(code).toEqual({ ...(AEMM_DEFAULTS.metadata.values['iam-info'] as object), Code: 'Failed' });
  });

  test('the order of the identity document stays', () => {
    const given: [string, Leaf][] = [['dynamic.values.instance-identity-document.region', 'eu-west-1']];
    const document = valueAt(['dynamic', 'values', 'instance-identity-document'], { file: given });
    const before = AEMM_DEFAULTS.dynamic.values['instance-identity-document'];
    expect(Object.keys(document as object)).toEqual(Object.keys(before as object));
  });

  test('null is as if it were not there', () => {
    expect(valueAt(['metadata', 'values', 'mac'], { file: [['metadata.values.mac', null]] })).toBe('0e:49:61:0f:c3:11');
  });

  test.each([
    ['mock_delay_sec', 'mock-delay-sec'],
    ['aemm_mock_delay_sec', 'mock-delay-sec'],
    ['spot_action', 'spot.action'],
    ['spot.action', 'spot.action'],
    ['whatever', 'whatever'],
  ])('%s in a dotenv file is %s', (name, key) => {
    expect([...withVariableNames(new Map([[name, 'x']])).keys()]).toEqual([key]);
  });
});

describe('weak types', () => {
  test.each([
    ['mock-delay-sec', '10', 10],
    ['mock-delay-sec', true, 1],
    ['mock-ip-count', '', 0],
    ['imdsv2', 'TRUE', true],
    ['imdsv2', 0, false],
    ['imdsv2', 2, true],
    ['server.port', 1400, '1400'],
    ['metadata.values.ami-launch-index', 3, '3'],
    ['metadata.values.tags-instance-test', true, 'true'],
    ['dynamic.values.instance-identity-document.billingproducts', 'bp-1,bp-2', ['bp-1', 'bp-2']],
    ['dynamic.values.instance-identity-document.billingproducts', ['bp-1', 2], ['bp-1', '2']],
  ])('%s as %j is %j', (key, given, expected) => {
    expect(valueAt(KNOWN_KEYS.get(key)?.path ?? [], { file: [[key, given]] })).toEqual(expected);
  });

  test.each([
    ['mock-delay-sec', 'soon', 'mock-delay-sec must be a whole number, not "soon"'],
    ['mock-delay-sec', 1.5, 'mock-delay-sec must be a whole number, not 1.5'],
    ['imdsv2', 'maybe', 'imdsv2 must be true or false, not "maybe"'],
    ['metadata.values.mac', ['x'], 'metadata.values.mac must be text, not a list'],
  ])('%s as %j is refused', (key, given, message) => {
    expect(settingsFrom({ file: [[key, given]] })).toMatchObject({ ok: false, error: { message } });
  });
});

test('whatever a file holds, there are settings or one sentence', () => {
  const leaf = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.array(fc.string()));
  fc.assert(
    fc.property(fc.constantFrom(...KNOWN_KEYS.keys()), leaf, (key, value) => {
      const read = settingsFrom({ file: [[key, value]] });
      expect(read.ok ? 'settings' : read.error.message).toMatch(/^[^\n]+$/);
    }),
  );
});

test('whatever is taken is what a world can hold', () => {
  const leaf = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.integer().map(String),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.string(), { maxLength: 3 }),
    fc.constantFrom('x'.repeat(1025), 'x'.repeat(65_537), ','.repeat(500), '9'.repeat(20), '9007199254740992'),
  );
  const key = fc.constantFrom(...KNOWN_KEYS.keys());
  const held = fc.property(fc.dictionary(key, leaf), (file) => {
    const read = settingsFrom({ file: Object.entries(file) });
    return !read.ok || aemmSettings.safeParse(read.data.settings).success;
  });
  expect(fc.check(held, { numRuns: 300 })).toMatchObject({ failed: false });
});

test.each<[string, Leaf, string]>([
  ['metadata.paths.mac', 'x'.repeat(1025), 'metadata.paths.mac has at most 1024 characters; this has 1025'],
  ['spot.action', 'x'.repeat(65_537), 'spot.action has at most 65536 characters; this has 65537'],
  ['mock-delay-sec', '9007199254740992', 'mock-delay-sec must be a whole number, not "9007199254740992"'],
  [
    'dynamic.values.instance-identity-document.billingproducts',
    ','.repeat(500),
    'dynamic.values.instance-identity-document.billingproducts has at most 500 items; this has 501',
  ],
])('%s beyond its bounds is refused in a sentence', (key, leaf, message) => {
  expect(settingsFrom({ file: [[key, leaf]] })).toMatchObject({ ok: false, error: { message } });
});
