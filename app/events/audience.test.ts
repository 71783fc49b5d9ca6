// Who gets notices: the rules, and what takes a place (behaviour.md, Who gets notices).
import { describe, expect, test } from 'vitest';
import { exampleService, firstClients, INSTANCE_ACTION, requireTokens } from '../service.example.ts';
import type { Request } from '../answer/request.ts';
import { placesOf } from '../traffic/traffic.ts';
import { address, type AudienceRule } from './schema.ts';
import { GROUPS, type Group } from './kinds.ts';
import { interrupt, recommendRebalance, scheduleMaintenance, setLifecycle } from './fire.ts';

type Service = ReturnType<typeof exampleService>;

const A = { client: '10.0.0.1' };
const B = { client: '10.0.0.2' };
const C = { client: '10.0.0.3' };

const OWN_PATHS: [Group, string][] = [
  ['spot', INSTANCE_ACTION],
  ['spot', 'meta-data/spot/termination-time'],
  ['spot', 'meta-data/events/recommendations/rebalance'],
  ['maintenance', 'meta-data/events/maintenance/scheduled'],
  ['lifecycle', 'meta-data/autoscaling/target-lifecycle-state'],
];

/** Every kind of notice stands, for whom the rule says. */
function noticed(rule: AudienceRule = { kind: 'first', count: 2 }): Service {
  const service = exampleService();
  service.change((instance) => ({ ...instance, audience: { spot: rule, maintenance: rule, lifecycle: rule } }));
  service.fire((instance, firing) => interrupt(instance, { rebalanceSecondsBefore: 0 }, firing));
  service.fire((instance, firing) => scheduleMaintenance(instance, { code: 'instance-stop' }, firing));
  service.fire((instance, firing) => setLifecycle(instance, { state: 'Terminated' }, firing));
  return service;
}

function holders(service: Service, group: Group = 'spot'): string[] {
  return [...placesOf(service.traffic, service.instance().name).holders[group].keys()];
}

/** Which of the notices' own paths show it. */
function sees(service: Service, request: Partial<Request>): string[] {
  return OWN_PATHS.filter(([, path]) => service.get(path, request).why.rule === 'event').map(([, path]) => path);
}

const EVERY_PATH = OWN_PATHS.map(([, path]) => path);

describe('the rules', () => {
  test.each([
    ['everyone', { kind: 'everyone' }, EVERY_PATH],
    ['nobody', { kind: 'nobody' }, []],
    ['those named, being named', { kind: 'only', clients: ['10.0.0.9', '10.0.0.1'] }, EVERY_PATH],
    ['those named, not being named', { kind: 'only', clients: ['10.0.0.9'] }, []],
    ['the first one, being first', { kind: 'first', count: 1 }, EVERY_PATH],
  ] satisfies [string, AudienceRule, string[]][])('%s', (_name, rule, seen) => {
    expect(sees(noticed(rule), A)).toEqual(seen);
  });

  test('the first two, and no third', () => {
    const service = noticed();
    expect([sees(service, A), sees(service, B), sees(service, C)]).toEqual([EVERY_PATH, EVERY_PATH, []]);
    expect(sees(service, A)).toEqual(EVERY_PATH);
    expect(holders(service)).toEqual(['10.0.0.1', '10.0.0.2']);
  });

  test.each(['everyone', 'nobody'] as const)('%s: no places are taken', (kind) => {
    const service = noticed({ kind });
    sees(service, A);
    expect(GROUPS.map((group) => holders(service, group))).toEqual([[], [], []]);
  });

  test('one may differ from the others', () => {
    const service = noticed();
    service.change((instance) => ({ ...instance, audience: { ...instance.audience, lifecycle: { kind: 'nobody' } } }));
    expect(sees(service, A)).toEqual(EVERY_PATH.slice(0, 4));
  });

  test('::1 among those named is 127.0.0.1, as it is for a client', () => {
    expect(sees(noticed({ kind: 'only', clients: ['::1'] }), { client: '127.0.0.1' })).toEqual(EVERY_PATH);
  });
});

describe('a place is taken by', () => {
  test.each(OWN_PATHS)('%s: a GET of %s', (group, path) => {
    const service = noticed();
    service.get(path, A);
    expect(GROUPS.filter((one) => holders(service, one).length > 0)).toEqual([group]);
  });

  test.each([
    ['with a slash', '/latest/meta-data/spot/instance-action/'],
    ['under an older version', '/2016-11-30/../2018-08-17/meta-data/spot/instance-action'],
    ['with doubled slashes', '//latest//meta-data/spot/instance-action'],
    ['escaped', '/latest/meta-data/spot/instance%2daction'],
    ['with a query', '/latest/meta-data/spot/instance-action?x'],
  ])('a GET of it %s', (_name, target) => {
    const service = noticed();
    service.ask({ target, ...A });
    expect(holders(service)).toEqual(['10.0.0.1']);
  });

  test("a GET of a notice's own path that has no value, since a stop has no termination time", () => {
    const service = exampleService(firstClients(2));
    service.fire((instance, firing) => interrupt(instance, { action: 'stop' }, firing));
    expect(service.read('meta-data/spot/termination-time', A)).toBe(404);
    expect(holders(service)).toEqual(['10.0.0.1']);
  });

  test('the same client once', () => {
    const service = noticed();
    for (const path of EVERY_PATH) service.get(path, A);
    expect(holders(service)).toEqual(['10.0.0.1']);
  });
});

describe('no place is taken by', () => {
  const target = `/latest/${INSTANCE_ACTION}`;

  test.each([
    ['a poll before the notice', { noticeInSeconds: 60 }, { target }],
    ['HEAD', {}, { target, method: 'HEAD' }],
    ['a listing', {}, { target: '/latest/meta-data/spot/' }],
    ['the top listing', {}, { target: '/latest/meta-data/' }],
    ['the life-cycle', {}, { target: '/latest/meta-data/instance-life-cycle' }],
    ['maintenance history', {}, { target: '/latest/meta-data/events/maintenance/history' }],
    ['a POST, answered 405', {}, { target, method: 'POST' }],
    ['a bad token, answered 401', {}, { target, token: 'x' }],
    ['a forwarded request, answered 403', {}, { target, token: 'x', forwardedFor: '1.2.3.4' }],
    ['a foreign Host, answered 403', {}, { target, host: 'evil.example' }],
    ['what Metadeck itself asks', {}, { target, own: { instance: 'spot' } }],
  ] satisfies [string, Parameters<typeof interrupt>[1], Partial<Request>][])('%s', (_name, input, request) => {
    const service = exampleService();
    service.fire((instance, firing) => interrupt(instance, input, firing));
    service.ask({ ...A, ...request });
    expect(holders(service)).toEqual([]);
  });

  test('a missing token where one is required', () => {
    const service = exampleService(requireTokens);
    service.fire((instance, firing) => interrupt(instance, {}, firing));
    expect(service.read(INSTANCE_ACTION, A)).toBe(401);
    expect(holders(service)).toEqual([]);
  });

  test('a poll after the notice was cancelled', () => {
    const service = exampleService();
    service.fire((instance, firing) => interrupt(instance, {}, firing));
    service.end('spot-interruption', 'cancelled');
    service.get(INSTANCE_ACTION, A);
    expect(holders(service)).toEqual([]);
  });

  test('a question about another group', () => {
    const service = exampleService();
    service.fire((instance, firing) => recommendRebalance(instance, {}, firing));
    service.get('meta-data/events/maintenance/scheduled', A);
    expect(holders(service)).toEqual([]);
  });
});

describe('places are kept', () => {
  test('from one notice to the next', () => {
    const service = noticed({ kind: 'first', count: 1 });
    service.get(INSTANCE_ACTION, A);
    service.end('spot-interruption', 'cancelled');
    service.end('rebalance-recommendation', 'cancelled');
    service.fire((instance, firing) => interrupt(instance, {}, firing));
    expect([service.read(INSTANCE_ACTION, B), holders(service)]).toEqual([404, ['10.0.0.1']]);
  });

  test('who came too late is noted, once', () => {
    const service = noticed({ kind: 'first', count: 1 });
    for (const request of [A, B, B, C]) service.get(INSTANCE_ACTION, request);
    expect([...placesOf(service.traffic, service.instance().name).late.spot.keys()]).toEqual(['10.0.0.2', '10.0.0.3']);
  });
});

describe('addresses that can be named', () => {
  test.each(['10.0.0.7', '::1', 'fe80::1%eth0', 'FD00:EC2::254', '::ffff:10.0.0.7'])('%s', (text) => {
    expect(address.safeParse(text).success).toBe(true);
  });

  test.each(['', 'localhost', '10.0.0', '10.0.0.7:80', '10.0.0.0/8'])('not %j', (text) => {
    expect(address.safeParse(text).success).toBe(false);
  });
});
