// Every answer says which rule made it: in a row of the log, in a sentence, in steps (design.md 1).
import { describe, expect, test } from 'vitest';
import { why as whySchema } from '../contract/answers.ts';
import type { AudienceRule } from '../events/schema.ts';
import { interrupt, recommendRebalance, scheduleMaintenance, setLifecycle } from '../events/fire.ts';
import {
  exampleService,
  firstClients,
  type ExampleService,
  INSTANCE_ACTION,
  requireTokens,
} from '../service.example.ts';
import { explain } from './explain.ts';
import type { Request } from '../answer/request.ts';
import type { Rule, Why } from '../answer/why.ts';

const SCHEDULED = 'meta-data/events/maintenance/scheduled';
const PUT = { method: 'PUT', target: '/latest/api/token', tokenTtl: '21600' };

function words(service: ExampleService, why: Why) {
  const { events } = service.instance();
  return explain(why, (id) => events.find((event) => event.id === id));
}

/** What is said about an answer. */
function said(service: ExampleService, request: Partial<Request>) {
  return words(service, service.ask(request).why);
}

function at(path: string, request: Partial<Request> = {}): Partial<Request> {
  return { target: `/latest/${path}`, ...request };
}

function plain(): ExampleService {
  return exampleService();
}

function interrupted(): ExampleService {
  const service = exampleService(firstClients(2));
  service.fire((instance, firing) => interrupt(instance, {}, firing));
  service.now += 3100;
  return service;
}

function stopped(): ExampleService {
  const service = exampleService();
  service.fire((instance, firing) => interrupt(instance, { action: 'stop' }, firing));
  return service;
}

function rebalancedFirst(): ExampleService {
  const service = exampleService();
  service.fire((instance, firing) => interrupt(instance, { rebalanceSecondsBefore: 60 }, firing));
  return service;
}

function full(): ExampleService {
  const service = interrupted();
  for (const client of ['10.0.0.1', '10.0.0.2']) service.get(INSTANCE_ACTION, { client });
  return service;
}

function overridden(): ExampleService {
  const overrides = { 'meta-data/mac': { value: 'x' }, 'meta-data/iam': { absent: true as const } };
  return exampleService((instance) => ({ ...instance, overrides }));
}

const VALUE = 'the value is the fact instance id';
const CASES: [Rule, () => ExampleService, Partial<Request>, string, string][] = [
  ['fact', plain, at('meta-data/instance-id'), 'instance id', VALUE],
  ['computed', plain, at('dynamic/instance-identity/document'), 'document', 'the value is computed from the facts'],
  ['override', overridden, at('meta-data/mac'), 'overridden', 'the path is overridden'],
  [
    'event',
    interrupted,
    at(INSTANCE_ACTION),
    'first sighting, +3.1 s',
    'the spot interruption is on the wire, and this client holds place 1 of 2',
  ],
  ['listing', plain, at('meta-data/'), 'listing', 'the path is a directory, and this is what is in it'],
  ['versions', plain, {}, 'list of versions', 'list of versions'],
  ['not-found', plain, at('meta-data/x'), 'no such path', 'no such path: no instance has anything here'],
  [
    'not-on-instance',
    plain,
    at('meta-data/kernel-id'),
    'not on this instance',
    'EC2 has this path, but this instance has no value for it',
  ],
  ['no-event', plain, at(INSTANCE_ACTION), 'no event now: 404 is the all-clear', 'no event now: 404 is the all-clear'],
  [
    'no-event',
    stopped,
    at('meta-data/spot/termination-time'),
    'no termination time: the action is stop',
    'no termination time: the action is stop',
  ],
  [
    'not-due',
    rebalancedFirst,
    at(INSTANCE_ACTION),
    'no notice yet: the event is not due',
    'the event is scheduled and its notice is not due yet: until then this path answers 404',
  ],
  [
    'computed',
    plain,
    at('meta-data/iam/security-credentials/metadeck-role'),
    'role credentials, set 2 of IMDSv1',
    'the value is computed from the facts: set 2 of IMDSv1',
  ],
  [
    'computed',
    plain,
    at('meta-data/identity-credentials/ec2/security-credentials/ec2-instance'),
    'instance credentials, set 2 of IMDSv1',
    'the value is computed from the facts: set 2 of IMDSv1',
  ],
  ['made-absent', overridden, at('meta-data/iam/info'), 'made to answer 404', 'meta-data/iam was made to answer 404'],
  ['unknown-version', plain, { target: '/2023-01-01/' }, 'no such version', 'no such version'],
  [
    'no-place',
    full,
    at(INSTANCE_ACTION),
    'too late: 2 of 2 places are taken',
    'a notice stands that this client does not see: too late: 2 of 2 places are taken',
  ],
  ['token-issued', plain, PUT, 'token for 6 h', 'token for 6 h'],
  ['token-missing', () => exampleService(requireTokens), {}, 'a token is required', 'a token is required'],
  ['token-invalid', plain, { token: 'x' }, 'not a token of this run', 'not a token of this run'],
  ['token-ttl', plain, { ...PUT, tokenTtl: '0' }, 'TTL missing or not 1 to 21600', 'TTL missing or not 1 to 21600'],
  ['token-path', plain, { ...PUT, target: '/latest/api/token/' }, 'token path with a slash', 'token path with a slash'],
  ['token-method', plain, { ...PUT, method: 'GET' }, 'tokens are asked for by PUT', 'tokens are asked for by PUT'],
  [
    'token-version',
    plain,
    { ...PUT, target: '/2021-03-23/api/token' },
    'tokens come under latest only',
    'tokens come under latest only',
  ],
  ['forwarded', plain, { ...PUT, forwardedFor: '1.2.3.4' }, 'has X-Forwarded-For', 'has X-Forwarded-For'],
  [
    'foreign-host',
    plain,
    { host: 'evil.example' },
    'foreign Host refused',
    'the Host header names evil.example, which a web page could have made point here; allow it in the settings',
  ],
  [
    'web-page',
    plain,
    { origin: 'null' },
    'web page refused',
    'the request comes from a web page, which must not read metadata; a setting allows it',
  ],
  ['method', plain, { method: 'POST' }, 'only GET and HEAD', 'only GET and HEAD'],
  ['malformed-path', plain, { target: '/%' }, 'malformed escape', 'malformed escape'],
];

describe('what the core decides', () => {
  test.each(CASES)('%s', (rule, make, request, summary, sentence) => {
    expect(said(make(), request)).toMatchObject({ rule, summary, sentence });
  });

  test.each([
    ['token-expired', (service: ExampleService) => void (service.now += 72_000), 'token expired 12 s ago'],
    [
      'token-revoked',
      (service: ExampleService) => void (service.traffic.revokedBefore.all = service.now),
      'token revoked',
    ],
  ])('%s', (rule, spoil, summary) => {
    const service = plain();
    const token = service.token(60);
    spoil(service);
    expect(said(service, { token })).toMatchObject({ rule, summary, sentence: summary });
  });
});

describe('what the server decides', () => {
  test.each([
    ['malformed-request', 'malformed request'],
    ['headers-too-large', 'headers over 16 KiB'],
    ['body-too-large', 'body over 64 KiB'],
    ['timed-out', 'request never finished'],
    ['connect', 'CONNECT refused'],
    ['expectation', 'expectation refused'],
  ] satisfies [Rule, string][])('%s', (rule, summary) => {
    expect(words(plain(), { rule })).toEqual({ rule, summary, sentence: summary, tag: null, steps: [] });
  });

  test.each([
    [
      { rule: 'left', leftAfterMs: 1040 },
      'left after 1.0 s',
      'the connection was over after 1.0 s, before the answer could leave, so nothing was read',
    ],
    [
      { rule: 'too-many-waiting' },
      'too many answers are held back',
      'as many answers as may be are held back already, so the connection was closed without one',
    ],
    [
      { rule: 'internal' },
      'Metadeck made a mistake',
      'something broke inside Metadeck while it answered; standard error says where',
    ],
  ] satisfies [Why, string, string][])('%o', (why, summary, sentence) => {
    expect(words(plain(), why)).toMatchObject({ summary, sentence, tag: null, steps: [] });
  });
});

describe('the colour of an answer is that of the event it shows', () => {
  test.each([
    ['interruption', INSTANCE_ACTION, 'first sighting, +3.1 s'],
    ['rebalance', 'meta-data/events/recommendations/rebalance', 'first sighting, +3.1 s'],
    ['maintenance', SCHEDULED, '2 active, first sighting, +3.1 s'],
    ['lifecycle', 'meta-data/autoscaling/target-lifecycle-state', 'Terminated, first sighting, +3.1 s'],
  ])('%s', (tag, path, summary) => {
    const service = exampleService();
    service.fire((instance, firing) => interrupt(instance, {}, firing));
    service.fire((instance, firing) => recommendRebalance(instance, {}, firing));
    service.fire((instance, firing) => scheduleMaintenance(instance, { code: 'instance-stop' }, firing));
    service.fire((instance, firing) => scheduleMaintenance(instance, { code: 'system-reboot' }, firing));
    service.fire((instance, firing) => setLifecycle(instance, { state: 'Terminated' }, firing));
    service.now += 3100;
    expect(said(service, at(path))).toMatchObject({ tag, summary });
  });

  test('none for who does not see it, and none for a value', () => {
    expect(said(full(), at(INSTANCE_ACTION)).tag).toBeNull();
    expect(said(full(), at('meta-data/mac')).tag).toBeNull();
  });

  test('an empty schedule shows no event', () => {
    expect(said(plain(), at(SCHEDULED))).toMatchObject({ rule: 'computed', tag: null });
  });
});

function links(service: ExampleService, request: Partial<Request>): string[] {
  return said(service, request).steps.flatMap((step) => step.flatMap(({ to }) => to ?? []));
}

describe('steps', () => {
  test('they lead to the instance, the token, the audience and the event', () => {
    const service = interrupted();
    const token = service.token();
    const found = links(service, at(INSTANCE_ACTION, { token }));
    expect(found.map((link) => link.split(':')[0])).toEqual(['instance', 'token', 'audience', 'event']);
  });

  test('to the path of an override, and of a fact', () => {
    expect(links(overridden(), at('meta-data/iam/info'))).toContain('path:meta-data/iam');
    expect(links(plain(), at('meta-data/instance-id'))).toContain('path:meta-data/instance-id');
  });

  test('an event that is gone is said to be', () => {
    const why: Why = { rule: 'event', events: ['spot-1'] };
    expect(words(plain(), why).steps).toEqual([[{ text: 'Event spot-1, withdrawn since' }]]);
  });

  test.each([
    [{ kind: 'nobody' }, 'nobody gets notices', 'nobody'],
    [{ kind: 'only', clients: ['10.9.9.9'] }, 'not among those named', 'those named'],
  ] satisfies [AudienceRule, string, string][])('with the audience %j', (spot, summary, whom) => {
    const service = interrupted();
    service.change((instance) => ({ ...instance, audience: { ...instance.audience, spot } }));
    const { steps, ...text } = said(service, at(INSTANCE_ACTION));
    expect(text.summary).toBe(summary);
    expect(steps).toContainEqual([{ text: 'Spot notices go to ' }, { text: whom, to: 'audience:spot' }]);
  });
});

test('all of it fits the contract, and no part is empty', () => {
  for (const [, make, request] of CASES) {
    const text = whySchema.parse(said(make(), request));
    expect([text.summary, text.sentence]).not.toContain('');
    for (const step of text.steps) expect(step.map((one) => one.text).join('')).not.toBe('');
  }
});

test('no token and no credential is in it', () => {
  const service = exampleService(requireTokens);
  const token = service.token();
  const role = service.get('meta-data/iam/security-credentials/metadeck-role', { token });
  const { SecretAccessKey, Token } = JSON.parse(role.body) as { SecretAccessKey: string; Token: string };
  const asked = [
    role.why,
    ...['x', `${token}, x`, `x, ${token}`].map((given) => service.get('a', { token: given }).why),
  ];
  asked.push(service.get('a', { token, forwardedFor: '1.2.3.4' }).why, service.ask({ token, target: '/%' }).why);
  const everything = JSON.stringify([asked, asked.map((why) => words(service, why))]);
  for (const secret of [token, SecretAccessKey, Token]) expect(everything).not.toContain(secret);
});
