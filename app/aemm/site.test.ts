// What a configuration changes of the paths and values of AEMM, and overrides above them.
import { describe, expect, test } from 'vitest';
import type { Override } from '../metadata/overrides.ts';
import { AEMM_DEFAULTS } from './defaults/defaults.ts';
import { exampleRun } from './run.example.ts';
import type { AemmSettings, Json } from './settings.ts';
import { substitutePaths } from './substitute-paths.ts';

function metadata(values: Record<string, Json>, paths: Record<string, string> = {}): Partial<AemmSettings> {
  const usual = AEMM_DEFAULTS.metadata;
  return { metadata: { paths: { ...usual.paths, ...paths }, values: { ...usual.values, ...values } } };
}

function withOverrides(overrides: Record<string, Override>, settings: Partial<AemmSettings> = {}) {
  const run = exampleRun(settings);
  run.change((instance) => ({ ...instance, overrides }));
  return run;
}

describe('values', () => {
  test.each<[string, Json, string]>([
    ['text', 'ami-1', 'ami-1'],
    ['empty text: an empty 200', '', ''],
    ['a number as text', 7, '7'],
    ['a truth as text', true, 'true'],
    ['not ASCII', 'é€😀', 'é€😀'],
  ])('%s', (_name, value, body) => {
    expect(exampleRun(metadata({ 'ami-id': value })).get('meta-data/ami-id')).toMatchObject({ status: 200, body });
  });

  test('the length counts bytes', () => {
    const { headers } = exampleRun(metadata({ 'ami-id': 'é€😀' })).get('meta-data/ami-id');
    expect(headers).toContainEqual(['Content-Length', '9']);
  });

  test('an object has the default’s fields in their order, whatever the letters of those given', () => {
    const run = exampleRun(metadata({ 'iam-info': { instanceprofileid: 'mine', CODE: 'No', other: 1 } }));
    expect(run.read('meta-data/iam/info')).toBe(
      [
        '{',
        '\t"Code": "No",',
        '\t"LastUpdated": "2020-04-02T18:50:40Z",',
        '\t"InstanceProfileArn": "arn:aws:iam::896453262835:instance-profile/baskinc-role",',
        '\t"InstanceProfileId": "mine"',
        '}',
      ].join('\n'),
    );
  });

  test('a list inside an object stays on one line; Go’s escapes', () => {
    const { dynamic } = AEMM_DEFAULTS;
    const values = { 'instance-identity-document': { billingProducts: ['bp-1', 'bp-2'], kernelId: '<&>' } };
    const body = exampleRun({ dynamic: { ...dynamic, values } }).read('dynamic/instance-identity/document');
    expect(body).toContain('\t"billingProducts": ["bp-1","bp-2"],\n');
    expect(body).toContain('\t"kernelId": "\\u003c\\u0026\\u003e",\n');
  });

  test('user data is bytes', () => {
    const userdata = { ...AEMM_DEFAULTS.userdata, values: { userdata: '' } };
    expect(exampleRun({ userdata }).get('user-data')).toMatchObject({
      status: 200,
      body: '',
      headers: [
        ['Content-Type', 'application/octet-stream'],
        ['Content-Length', '0'],
      ],
    });
  });
});

describe('paths', () => {
  test('one that is given takes the place of the usual one, listings included', () => {
    const run = exampleRun(metadata({}, { 'ami-id': '/latest/meta-data/mine/ami/' }));
    expect(run.read('meta-data/mine')).toBe('ami');
    expect(run.read('meta-data/mine/ami')).toBe('ami-0a887e401f7654935');
    expect(run.get('meta-data/ami-id').status).toBe(404);
  });

  test('one elsewhere than below latest is served, and in no listing', () => {
    const run = exampleRun(metadata({}, { mac: '/2021-07-15/meta-data/mac' }));
    expect(run.ask({ target: '/2021-07-15/meta-data/mac/' }).body).toBe('0e:49:61:0f:c3:11');
    expect([run.ask({ target: '/' }).body, run.ask({ target: '/2021-07-15' }).status]).toEqual(['latest\n', 404]);
  });

  test('an empty one is not served', () => {
    const run = exampleRun(metadata({}, { mac: '' }));
    expect(run.get('meta-data/mac').status).toBe(404);
    expect(run.read('meta-data')).not.toContain('\nmac\n');
  });

  test('an unknown key serves nothing', () => {
    expect(exampleRun(metadata({ mine: 'x' }, { mine: '/latest/mine' })).get('mine').status).toBe(404);
  });

  test('the accelerator elsewhere than usual is indented JSON', () => {
    const { settings } = substitutePaths({
      ...AEMM_DEFAULTS,
      ...metadata({ 'elastic-inference-associations': 'eia-1' }),
    });
    const run = exampleRun(settings);
    const { headers, body } = run.get('meta-data/elastic-inference/associations/eia-1');
    expect(headers[0]).toEqual(['Content-Type', 'application/json']);
    expect(body).toMatch(/^\{\n\t"version_2018_04_12": \{\n\t\t"elastic-inference-accelerator-id": /);
    expect(run.read('meta-data/elastic-inference')).toBe('associations\nassociations/');
  });
});

describe('overrides', () => {
  test('a value, with the usual content type', () => {
    const run = withOverrides({ 'meta-data/iam/info': { value: '{}' }, 'meta-data/mine': { value: 'x' } });
    expect(run.get('meta-data/iam/info').headers).toContainEqual(['Content-Type', 'application/json']);
    expect([run.read('meta-data/iam/info'), run.read('meta-data/mine')]).toEqual(['{}', 'x']);
    expect(run.read('meta-data')).toContain('\nmine\n');
  });

  test('of a notice: it moves no more, and takes no place', () => {
    const run = withOverrides({ 'meta-data/spot/instance-action': { value: 'x' } }, { 'mock-ip-count': 0 });
    expect(run.read('meta-data/spot/instance-action')).toBe('x');
  });

  test('absent goes for all below it, but for what is overridden there', () => {
    const run = withOverrides({ 'meta-data/spot': { absent: true }, 'meta-data/spot/mine': { value: 'x' } });
    expect(run.read('meta-data/spot')).toBe('mine');
    expect(run.get('meta-data/spot/termination-time')).toMatchObject({
      status: 404,
      why: { rule: 'made-absent', override: 'meta-data/spot' },
    });
  });

  test('a value may stand where a directory is', () => {
    const run = withOverrides({ 'meta-data/spot': { value: 'x' } });
    expect([run.read('meta-data/spot'), run.get('meta-data/spot/termination-time').status]).toEqual(['x', 200]);
    expect(run.read('meta-data')).toContain('\nspot\nspot/\n');
  });
});
