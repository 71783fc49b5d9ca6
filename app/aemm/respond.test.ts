// What a run of AEMM answers without configuration, row by row as measured; verbs, tokens and odd paths.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Got } from '../service.example.ts';
import { ERRORS, LISTINGS } from './listings.example.ts';
import { exampleRun, STARTED } from './run.example.ts';
import { VALUES } from './values.example.ts';

const NOTICES = [
  'meta-data/spot/instance-action',
  'meta-data/spot/termination-time',
  'meta-data/events/recommendations/rebalance',
  'meta-data/events/maintenance/scheduled',
  'meta-data/autoscaling/target-lifecycle-state',
];
const ERROR_HEADERS: [string, string][] = [
  ['Content-Type', 'text/plain; charset=utf-8'],
  ['X-Content-Type-Options', 'nosniff'],
];

/** The answer that an error has to be. */
function errorPage(status: 400 | 401 | 404): Partial<Got> {
  const body = ERRORS[status].join('\n');
  return { status, body, headers: [...ERROR_HEADERS, ['Content-Length', String(body.length)]] };
}

describe('values', () => {
  test.each(VALUES)('%s', (target, contentType, body) => {
    const headers = [
      ['Content-Type', contentType],
      ['Content-Length', String(body.length)],
    ];
    expect(exampleRun().ask({ target })).toMatchObject({ status: 200, reason: 'OK', headers, body });
  });

  test.each(VALUES)('%s/', (path, _type, body) => {
    expect(exampleRun().ask({ target: `${path}/` })).toMatchObject({ status: 200, body });
  });
});

const ALL_LISTINGS = (['all', 'spot', 'events', 'asglifecycle'] as const).flatMap((command) =>
  Object.entries(LISTINGS[command]).map(([path, lines]) => [command, path, lines.join('\n')] as const),
);

describe('listings', () => {
  test.each(ALL_LISTINGS)('%s: %s', (command, target, body) => {
    const run = exampleRun({ command });
    expect(run.ask({ target })).toMatchObject({ status: 200, body });
    expect(run.ask({ target: `${target}/` })).toMatchObject({ status: 200, body });
  });

  test.each(ALL_LISTINGS)(
    'are the same before any notice is due, and for those who get none: %s %s',
    (command, target, body) => {
      const late = { 'mock-delay-sec': 60, 'rebalance-delay-sec': 60, 'asg-termination-delay-sec': 60 };
      expect(exampleRun({ command, ...late, 'mock-ip-count': 0 }).ask({ target }).body).toBe(body);
    },
  );

  test('a part of a name is no directory', () => {
    for (const path of ['meta-data/ami', 'meta-data/block-device', 'dynamic/instance', 'meta-dat']) {
      expect(exampleRun().get(path)).toMatchObject(errorPage(404));
    }
  });

  test('every name in a listing can be fetched, and leads to every path', () => {
    const run = exampleRun();
    const found: string[] = [];
    const waiting = ['/latest'];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const { status, body, why } = run.ask({ target: path });
      expect([path, status]).toEqual([path, 200]);
      if (why.rule !== 'listing') found.push(path);
      const names = why.rule === 'listing' ? body.split('\n').filter((name) => name !== '') : [];
      for (const name of names) waiting.push(`${path}/${name.replace(/\/$/, '')}`);
    }
    // What lies below a path that is a value too can't be led to: the value is what its listing would be.
    const known = [...VALUES.map(([path]) => path), ...NOTICES.map((path) => `/latest/${path}`)].filter(
      (path) => !/security-credentials\/|elastic-inference\/associations\//.test(path),
    );
    expect([...new Set(found)].sort()).toEqual(known.sort());
  });
});

describe('404 with its page', () => {
  test.each([
    '/latest/meta-data/nothing',
    '/latest/nothing',
    '/latest/meta-data/instance-id/below',
    '/nothing',
    '/1.0',
    '/1.0/meta-data/instance-id',
    '/2021-07-15/meta-data/instance-id',
    '/latest/meta-data/events/maintenance/history',
    '/..',
    '/%ff',
  ])('%s', (target) => {
    expect(exampleRun().ask({ target })).toMatchObject(errorPage(404));
  });
});

describe('odd targets', () => {
  test.each([
    '//latest/meta-data/instance-id',
    '/latest//meta-data///instance-id//',
    '/latest/meta-data/instance-id?x=1',
    '/latest/./meta-data/mac/../instance-id',
    '/latest/meta%2Ddata/instance-id',
    'http://169.254.169.254/latest/meta-data/instance-id',
  ])('%s is found, without a redirect', (target) => {
    expect(exampleRun().ask({ target })).toMatchObject({ status: 200, body: 'i-1234567890abcdef0' });
  });

  test('a malformed escape is what the web server refuses: the status as text', () => {
    expect(exampleRun({ imdsv2: true }).ask({ target: '/latest/%zz' })).toMatchObject({
      status: 400,
      body: '400 Bad Request',
      headers: [
        ['Content-Type', 'text/plain; charset=utf-8'],
        ['Content-Length', '15'],
      ],
    });
  });

  test('whatever is asked is answered, with a body unless there is nothing to say', () => {
    const method = fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'BREW');
    const target = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...VALUES.map(([path]) => path), '/latest/api/token'),
    );
    const run = exampleRun({ 'mock-ip-count': -1 });
    const property = fc.property(method, target, (one, other) => {
      const { status, body, why } = run.ask({ method: one, target: other });
      expect([200, 400, 404]).toContain(status);
      const mayBeSilent = why.path === 'api/token' || why.path === 'meta-data/autoscaling/target-lifecycle-state';
      expect(body !== '' || mayBeSilent).toBe(true);
    });
    fc.assert(property);
  });
});

describe('verbs', () => {
  test.each(['HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'BREW'])('%s is answered as GET is', (method) => {
    const run = exampleRun();
    for (const path of ['meta-data/mac', 'meta-data', 'meta-data/spot/instance-action', 'nothing']) {
      const { status, body, headers } = run.get(path);
      expect(run.get(path, { method })).toMatchObject({ status, body, headers });
    }
  });

  test.each(['HEAD', 'POST', 'PUT', 'DELETE'])('%s on the lifecycle path says nothing', (method) => {
    const got = exampleRun().get('meta-data/autoscaling/target-lifecycle-state', { method });
    expect(got).toMatchObject({ status: 200, body: '', headers: [['Content-Length', '0']] });
  });
});

describe('nobody is refused for where a request comes from', () => {
  test.each([
    { host: 'imds.example.com' },
    { origin: 'http://a.example' },
    { fetchSite: 'cross-site' },
    { forwardedFor: '10.0.0.1' },
  ])('%j', (request) => {
    expect(exampleRun().get('meta-data/mac', request).status).toBe(200);
  });
});

const PUT = { method: 'PUT', target: '/latest/api/token' };

describe('a token', () => {
  test.each(['1', '21600'])('for %s s: 44 characters of base64, and the TTL', (tokenTtl) => {
    const got = exampleRun().ask({ ...PUT, tokenTtl });
    expect(got.body).toMatch(/^[A-Za-z0-9+/]{43}=$/);
    expect(got).toMatchObject({
      status: 200,
      headers: [
        ['Content-Type', 'text/plain'],
        ['X-Aws-Ec2-Metadata-Token-Ttl-Seconds', tokenTtl],
        ['Content-Length', '44'],
      ],
    });
  });

  test('with a slash at the end of the path, and by a request that was forwarded', () => {
    const asked = { method: 'PUT', target: '/latest/api/token/', tokenTtl: '60', forwardedFor: '10.0.0.1' };
    expect(exampleRun().ask(asked).status).toBe(200);
  });

  test.each([undefined, '', '0', '-1', '21601', 'x', '1.5'])('with the TTL %s: 400 with its page', (tokenTtl) => {
    expect(exampleRun().ask({ ...PUT, tokenTtl })).toMatchObject(errorPage(400));
  });

  test.each(['GET', 'HEAD', 'POST', 'DELETE'])('%s says nothing, in v2-only mode too', (method) => {
    for (const imdsv2 of [false, true]) {
      const got = exampleRun({ imdsv2 }).ask({ ...PUT, method, tokenTtl: '60' });
      expect(got).toMatchObject({ status: 200, body: '', headers: [['Content-Length', '0']] });
    }
  });

  test('no GET says how long it has left', () => {
    const run = exampleRun();
    const { headers, tokenTtl } = run.get('meta-data/mac', { token: run.token(60) });
    expect([headers.map(([name]) => name), tokenTtl]).toEqual([['Content-Type', 'Content-Length'], undefined]);
  });

  test('that is bad is not looked at where none is needed', () => {
    expect(exampleRun().get('meta-data/mac', { token: 'x' }).status).toBe(200);
  });
});

describe('v2-only mode', () => {
  const EVERY_PATH = [
    ...VALUES.map(([path]) => path),
    ...Object.keys(LISTINGS.all),
    ...NOTICES.map((path) => `/latest/${path}`),
    '/latest/nothing',
    '/1.0',
  ];

  const run = exampleRun({ imdsv2: true });
  const plain = exampleRun();
  const token = run.token(60);
  const ofAnotherRun = exampleRun({ imdsv2: true }).token(60, { client: '10.0.0.9' }).replaceAll(/[A-Z]/g, 'x');

  test.each(EVERY_PATH)('%s: 401 with its page, but with a token as ever, until it expires', (target) => {
    for (const wrong of [undefined, 'x', ofAnotherRun])
      expect(run.ask({ target, token: wrong })).toMatchObject(errorPage(401));
    run.now = STARTED + 59_999;
    plain.now = run.now;
    expect(run.ask({ target, token }).body).toBe(plain.ask({ target }).body);
    run.now = STARTED + 60_000;
    expect(run.ask({ target, token })).toMatchObject(errorPage(401));
  });

  test('a page of an error sent as a token is no token', () => {
    expect(exampleRun({ imdsv2: true }).get('meta-data/mac', { token: ERRORS[400].join(' ') })).toMatchObject(
      errorPage(401),
    );
  });
});

describe('why', () => {
  test.each([
    ['meta-data/instance-id', 'fact'],
    ['meta-data', 'listing'],
    ['nothing', 'not-found'],
    ['meta-data/spot/instance-action', 'event'],
  ])('%s: %s', (path, rule) => {
    expect(exampleRun().get(path).why).toMatchObject({ rule, path, instance: 'aemm' });
  });
});
