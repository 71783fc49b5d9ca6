// What the metadata options do to answers (imds.md 2.8 and 6).
import { describe, expect, test } from 'vitest';
import { exampleService, type ExampleService, requestOf } from '../service.example.ts';
import { explain } from '../log/explain.ts';
import { fixedAbilities } from '../abilities.example.ts';
import type { OptionsPatch } from '../world/options.ts';
import { patchOptions } from '../world/patch-options.ts';
import type { Request } from '../answer/request.ts';
import { firstInstance } from '../world/instances.ts';
import { createRespond } from '../answer/respond.ts';

function serviceWith(options: OptionsPatch): ExampleService {
  return exampleService((instance) => ({ ...instance, options: patchOptions(instance.options, options) }));
}

const TOKEN_PUT = { method: 'PUT', target: '/latest/api/token', tokenTtl: '60' };

/** What was decided, also where nothing is answered. */
function outcome(options: OptionsPatch, request: Partial<Request>) {
  const { world, traffic, now } = serviceWith(options);
  const answered = createRespond(fixedAbilities())(firstInstance(world), traffic, requestOf(request), now);
  return { ...answered, sentence: explain(answered.why, () => undefined).sentence };
}

describe('HttpEndpoint disabled is 403, empty, on everything', () => {
  test.each([
    ['a value', { target: '/latest/meta-data/instance-id' }],
    ['the versions', { target: '/' }],
    ['user data', { target: '/latest/user-data' }],
    ['nothing', { target: '/nothing' }],
    ['a malformed escape', { target: '/%zz' }],
    ['a PUT for a token', TOKEN_PUT],
    ['a PUT from afar', { ...TOKEN_PUT, hops: 2 }],
    ['a bad token', { token: 'x' }],
    ['a forwarded one', { token: 'x', forwardedFor: '1.2.3.4' }],
    ['another method', { method: 'DELETE' }],
    ['a foreign host', { host: 'a.example' }],
    ['one of Metadeck’s own', { own: { instance: 'spot' } }],
  ] satisfies [string, Partial<Request>][])('%s', (_name, request) => {
    const got = serviceWith({ httpEndpoint: 'disabled', httpTokens: 'required' }).ask(request);
    expect(got).toMatchObject({ status: 403, reason: 'Forbidden', body: '', effects: [] });
    expect(got.why.rule).toBe('endpoint-disabled');
  });

  test('in words', () => {
    expect(outcome({ httpEndpoint: 'disabled' }, {}).sentence).toBe(
      'HttpEndpoint is disabled, so everything is refused',
    );
  });
});

describe('HttpPutResponseHopLimit', () => {
  test.each([
    [1, 1, 'reply'],
    [1, 2, 'silence'],
    [2, 2, 'reply'],
    [64, 2, 'reply'],
  ] as const)('limit %d, client %d away: %s', (httpPutResponseHopLimit, hops, kind) => {
    expect(outcome({ httpPutResponseHopLimit }, { ...TOKEN_PUT, hops }).outcome.kind).toBe(kind);
  });

  test.each([
    ['a TTL that is wrong', { ...TOKEN_PUT, tokenTtl: '0' }],
    ['a slash at the end', { ...TOKEN_PUT, target: '/latest/api/token/' }],
    ['a dated version', { ...TOKEN_PUT, target: '/2021-03-23/api/token' }],
    ['a forwarded one', { ...TOKEN_PUT, forwardedFor: '1.2.3.4' }],
  ] satisfies [string, Partial<Request>][])('holds for every answer to such a PUT: %s', (_name, request) => {
    expect(outcome({}, { ...request, hops: 2 })).toMatchObject({ outcome: { kind: 'silence' }, effects: [] });
  });

  test('holds for nothing else', () => {
    const service = serviceWith({ httpTokens: 'required' });
    const token = service.token();
    expect(service.get('meta-data/instance-id', { token, hops: 2 }).status).toBe(200);
    expect(service.get('api/token', { token, hops: 2 }).status).toBe(405);
  });

  test('in words', () => {
    const { why, sentence } = outcome({}, { ...TOKEN_PUT, hops: 2 });
    expect(why).toEqual({ rule: 'hop-limit', instance: 'spot', path: 'api/token', given: '2 hops, limit 1' });
    expect(sentence).toContain('does not reach this client (2 hops, limit 1)');
  });
});

describe('HttpProtocolIpv6', () => {
  test('disabled: nothing answers at the service’s own IPv6 address, endpoint open or not', () => {
    for (const httpEndpoint of ['enabled', 'disabled'] as const) {
      const got = outcome({ httpEndpoint }, { atServiceIpv6: true });
      expect(got).toMatchObject({ outcome: { kind: 'silence' }, effects: [], why: { rule: 'ipv6-disabled' } });
    }
  });

  test('enabled: it answers there as anywhere', () => {
    expect(outcome({ httpProtocolIpv6: 'enabled' }, { atServiceIpv6: true }).outcome.kind).toBe('reply');
  });

  test('other addresses answer either way', () => {
    expect(outcome({}, { client: '::1' }).outcome.kind).toBe('reply');
  });
});

describe('InstanceMetadataTags', () => {
  const service = serviceWith({ instanceMetadataTags: 'disabled' });

  test.each(['meta-data/tags', 'meta-data/tags/', 'meta-data/tags/instance', 'meta-data/tags/instance/Name'])(
    'disabled: %s is 404',
    (path) => {
      expect(service.get(path)).toMatchObject({ status: 404, why: { rule: 'tags-disabled' } });
    },
  );

  test('disabled: tags/ is not listed', () => {
    expect(service.read('meta-data/')).not.toContain('tags/');
  });

  test('enabled again, they are there at once', () => {
    const live = serviceWith({ instanceMetadataTags: 'disabled' });
    live.change((instance) => ({ ...instance, options: { ...instance.options, instanceMetadataTags: 'enabled' } }));
    expect(live.read('meta-data/tags/instance/Name')).toBe('checkout');
    expect(live.read('meta-data/')).toContain('\ntags/');
  });

  test('a path of one’s own below them is there all the same', () => {
    const own = exampleService((instance) => ({
      ...instance,
      options: { ...instance.options, instanceMetadataTags: 'disabled' },
      overrides: { 'meta-data/tags/instance/mine': { value: 'x' } },
    }));
    expect(own.read('meta-data/tags/instance/')).toBe('mine');
  });
});
