// What others may see of credentials that somebody gave: nothing of the secrets in facts, and none of them in an export.
import { expect, test } from 'vitest';
import { shownFacts as schema } from '../metadata/facts/facts.ts';
import { example } from '../metadata/instance.example.ts';
import { readWorld } from '../world/world-check.ts';
import { exportedWorld, shownFacts } from './shown.ts';

const GIVEN = {
  kind: 'given' as const,
  accessKeyId: 'ASIAX',
  secretAccessKey: 'wJalrXUtnFEMI',
  token: 'IQoJb3JpZ2lu',
  expiration: null,
};
const ROLE = 'meta-data/iam/security-credentials/metadeck-role';
const EXTENDED = 'meta-data/iam/security-credentials-extended/metadeck-role';
const OF_INSTANCE = 'meta-data/identity-credentials/ec2/security-credentials/ec2-instance';

test('facts are shown with four characters of each secret', () => {
  const shown = shownFacts(example({ roleCredentials: GIVEN }).facts);
  expect(shown.roleCredentials).toEqual({ ...GIVEN, secretAccessKey: 'wJal…', token: 'IQoJ…' });
  expect(schema.parse(shown)).toEqual(shown);
});

test('facts without them are shown as they are', () => {
  const { facts } = example({ roleCredentials: { kind: 'expired' } });
  expect(shownFacts(facts)).toEqual(facts);
});

test('an exported world has fresh ones, no override with secrets, and can be imported', () => {
  const overrides = {
    [ROLE]: { value: '{"SecretAccessKey":"wJalrXUtnFEMI"}' },
    [EXTENDED]: { value: `SessionToken: 'wJalrXUtnFEMI'` },
    [OF_INSTANCE]: { value: '{"a":{"\\u0073essionToken":"wJalrXUtnFEMI"}}' },
    'meta-data/iam/info': { absent: true as const },
    'meta-data/mac': { value: 'SecretAccessKey' },
  };
  const world = {
    version: 1 as const,
    instances: [{ ...example({ roleCredentials: GIVEN }), overrides }],
    routing: [],
  };
  const exported = exportedWorld(world);
  expect(exported.instances[0]?.facts.roleCredentials).toEqual({ kind: 'fresh' });
  expect(Object.keys(exported.instances[0]?.overrides ?? {})).toEqual(['meta-data/iam/info', 'meta-data/mac']);
  expect(JSON.stringify(exported)).not.toContain('wJal');
  expect(readWorld(JSON.parse(JSON.stringify(exported)))).toEqual({ ok: true, data: exported });
});

test('a world without them is exported whole', () => {
  const world = { version: 1 as const, instances: [example({ roleCredentials: { kind: 'expired' } })], routing: [] };
  expect(exportedWorld(world)).toEqual(world);
});
