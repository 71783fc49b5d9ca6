// Which set of credentials a request gets: with a token, without one, and where one is required (imds.md 8).
import { describe, expect, test } from 'vitest';
import { rotated } from '../metadata/rotation.ts';
import { type ExampleService, exampleService, requireTokens } from '../service.example.ts';
import { heldBy } from '../traffic/held-credentials.ts';
import type { Instance } from '../world/world.ts';

const ROLE = 'meta-data/iam/security-credentials/metadeck-role';
const OF_INSTANCE = 'meta-data/identity-credentials/ec2/security-credentials/ec2-instance';
const HOUR = 3_600_000;

type Document = Record<'AccessKeyId' | 'SecretAccessKey' | 'Token' | 'LastUpdated' | 'Expiration' | 'Code', string>;

function document(service: ExampleService, path: string, token?: string): Document {
  return JSON.parse(String(service.read(path, { token }))) as Document;
}

function held(service: ExampleService) {
  return heldBy(service.traffic.credentials, { instance: 'spot', address: '10.0.0.7' });
}

/** Those of one set in short. */
function heldInShort(service: ExampleService) {
  return held(service).map(({ of, imds, number, times }) => ({ of, imds, number, times }));
}

describe.each([ROLE, OF_INSTANCE])('%s', (path) => {
  test('with a token and without, what is secret differs, and nothing else', () => {
    const service = exampleService();
    const [v1, v2] = [document(service, path), document(service, path, service.token())];
    const { AccessKeyId, SecretAccessKey, Token, ...rest } = v1;
    expect(v2).toMatchObject(rest);
    expect([v2.AccessKeyId, v2.SecretAccessKey, v2.Token]).not.toContain(AccessKeyId);
    expect(v2.SecretAccessKey).not.toBe(SecretAccessKey);
    expect(v2.Token).not.toBe(Token);
  });

  test('all who have a token get the same, and so do all who have none', () => {
    const service = exampleService();
    const tokens = [service.token(), service.token(60, { client: '10.0.0.9' })];
    expect(new Set(tokens.map((token) => service.read(path, { token }))).size).toBe(1);
    expect(new Set([1, 2].map((last) => service.read(path, { client: `10.0.0.${last}` }))).size).toBe(1);
  });

  test('where a token is required there is the second alone, and it is the same as before', () => {
    const service = exampleService();
    const token = service.token(21_600);
    const before = service.read(path, { token });
    service.change(requireTokens);
    expect(service.get(path).status).toBe(401);
    expect(service.read(path, { token })).toBe(before);
  });

  test('a token that is none gets neither', () => {
    expect(exampleService().get(path, { token: 'none' }).status).toBe(401);
  });

  test('under an older version they are the same', () => {
    const service = exampleService();
    const token = service.token();
    const older = (given: { token?: string }) => service.ask({ target: `/2021-07-15/${path}`, ...given }).body;
    expect([older({}), older({ token })]).toEqual([service.read(path), service.read(path, { token })]);
  });

  test('HEAD tells the length of what GET would get', () => {
    const service = exampleService();
    const lengthOf = (method: string) =>
      service.get(path, { method }).headers.find(([name]) => name === 'Content-Length');
    expect(lengthOf('HEAD')).toEqual(lengthOf('GET'));
  });

  test('after an hour there is a new set of each, made then', () => {
    const service = exampleService();
    const token = service.token(21_600);
    const both = () => [document(service, path), document(service, path, token)];
    const before = both();
    service.now += HOUR - 1;
    expect(both()).toEqual(before);
    service.now += 1;
    for (const [i, after] of both().entries()) {
      expect(after.AccessKeyId).not.toBe(before[i]?.AccessKeyId);
      expect(after).toMatchObject({ LastUpdated: '2024-08-01T13:59:00Z', Expiration: '2024-08-01T20:19:00Z' });
    }
  });

  test('asked for, the next set is there at once', () => {
    const service = exampleService();
    const before = document(service, path);
    service.now += 5000;
    service.change((instance) => rotated(instance, service.now));
    const after = document(service, path);
    expect(after.AccessKeyId).not.toBe(before.AccessKeyId);
    expect(after.LastUpdated).toBe('2024-08-01T12:59:05Z');
  });
});

test('those given by hand are one set for both', () => {
  const given = { kind: 'given' as const, accessKeyId: 'ASIAX', secretAccessKey: 's', token: 't', expiration: null };
  const service = exampleService((instance) => having(instance, given));
  expect(service.read(ROLE)).toBe(service.read(ROLE, { token: service.token() }));
  expect(heldInShort(service)).toEqual([{ of: 'role', imds: null, number: null, times: 2 }]);
});

test('expired ones are two sets, too', () => {
  const service = exampleService((instance) => having(instance, { kind: 'expired' }));
  const [v1, v2] = [document(service, ROLE), document(service, ROLE, service.token())];
  expect(v1.AccessKeyId).not.toBe(v2.AccessKeyId);
  expect(v1.Expiration).toBe('2024-08-01T07:29:00Z');
});

function having(instance: Instance, roleCredentials: Instance['facts']['roleCredentials']): Instance {
  return { ...instance, facts: { ...instance.facts, roleCredentials } };
}

describe('what a client holds', () => {
  test('is the last set that it got of each kind, and how often', () => {
    const service = exampleService();
    const token = service.token(21_600);
    for (const given of [{}, {}, { token }]) service.get(ROLE, given);
    service.get(OF_INSTANCE, { token });
    expect(heldInShort(service)).toEqual([
      { of: 'role', imds: 'v1', number: 2, times: 2 },
      { of: 'role', imds: 'v2', number: 2, times: 1 },
      { of: 'ec2-instance', imds: 'v2', number: 2, times: 1 },
    ]);
    service.now += HOUR;
    service.get(ROLE, { token });
    expect(held(service)[1]).toMatchObject({ imds: 'v2', number: 3, times: 1, readAt: service.now });
    expect(held(service)[0]).toMatchObject({ imds: 'v1', number: 2 });
  });

  test.each<[string, Parameters<ExampleService['get']>]>([
    ['a HEAD', [ROLE, { method: 'HEAD' }]],
    ['what Metadeck itself asks', [ROLE, { own: { instance: 'spot' } }]],
    ['the listing', ['meta-data/iam/security-credentials/']],
    ['a path that is not there', ['meta-data/iam/security-credentials/other']],
    ['a refused request', [ROLE, { token: 'none' }]],
  ])('is nothing after %s', (_what, [path, request]) => {
    const service = exampleService();
    service.get(path, request);
    expect(held(service)).toEqual([]);
  });

  test('is nothing where the role fails, or where the path is overridden', () => {
    const failing = exampleService((instance) => having(instance, { kind: 'failure', code: 'X', message: null }));
    const overridden = exampleService((instance) => ({ ...instance, overrides: { [ROLE]: { value: '{}' } } }));
    for (const service of [failing, overridden]) {
      service.get(ROLE);
      expect(held(service)).toEqual([]);
    }
  });

  test('is what the reason names', () => {
    const service = exampleService();
    expect(service.get(ROLE).why).toMatchObject({ rule: 'computed', credentials: { imds: 'v1', number: 2 } });
    expect(service.get(ROLE, { token: service.token() }).why).toMatchObject({ credentials: { imds: 'v2', number: 2 } });
  });
});
