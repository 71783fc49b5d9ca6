// What is logged of a request: AEMM's words, and never a token.
import { describe, expect, test } from 'vitest';
import { AEMM_DEFAULTS } from '../../app/aemm/defaults/defaults.ts';
import type { LogRow } from '../../app/contract/traffic.ts';
import { NOW } from './shell.example.ts';
import { requestLines } from './request-lines.ts';

const ROW: LogRow = {
  kind: 'request',
  sequence: 1,
  at: new Date(NOW + 8000).toISOString(),
  instance: 'spot',
  client: '10.0.0.7',
  port: 40000,
  method: 'GET',
  target: '/latest/meta-data/mac',
  path: 'meta-data/mac',
  version: 'v1',
  token: 'none',
  status: 200,
  size: 17,
  durationMs: 0.1,
  rule: 'fact',
  why: 'mac',
  tag: null,
  event: null,
  firstSighting: false,
  userAgent: 'curl/8',
  panel: false,
};

function lines(changed: Partial<LogRow>, settings: Partial<typeof AEMM_DEFAULTS> = {}): string[] {
  return requestLines({ ...ROW, ...changed }, { settings: { ...AEMM_DEFAULTS, ...settings }, startedAt: NOW });
}

const SPOT = '/latest/meta-data/spot/instance-action';

describe('each kind of request', () => {
  test.each<[string, Partial<LogRow>, string[]]>([
    [
      'a value',
      {},
      ['Received request to mock static metadata: /latest/meta-data/mac', 'Returned text mock response successfully.'],
    ],
    [
      'an object',
      { target: '/latest/meta-data/iam/info' },
      [
        'Received request to mock static metadata: /latest/meta-data/iam/info',
        'Returned JSON mock response successfully.',
      ],
    ],
    [
      'dynamic data',
      { target: '/latest/dynamic/fws/instance-monitoring/' },
      [
        'Received request to mock dynamic metadata: /latest/dynamic/fws/instance-monitoring',
        'Returned text mock response successfully.',
      ],
    ],
    [
      'user data',
      { target: '/latest/user-data' },
      ['Received request to mock user data: /latest/user-data', 'Returned octet stream mock response successfully.'],
    ],
    [
      'a listing',
      { target: '/latest/meta-data/?x=1', rule: 'listing' },
      ['Received request to display paths: /latest/meta-data', 'Returned text mock response successfully.'],
    ],
    [
      'the root',
      { target: '/', rule: 'versions' },
      ['Received request to display paths: /', 'Returned text mock response successfully.'],
    ],
    [
      'nothing there',
      { target: '/womp', status: 404, rule: 'not-found' },
      ['Received request for an unknown path: /womp', 'Returned `notFoundResponse`'],
    ],
    [
      'a token that was used',
      { token: 'valid' },
      [
        'Token validated!',
        'Received request to mock static metadata: /latest/meta-data/mac',
        'Returned text mock response successfully.',
      ],
    ],
    [
      'no token where one is needed',
      { status: 401, rule: 'token-missing', why: 'a token is required' },
      ['Received request: /latest/meta-data/mac', 'Returned `unauthorizedResponse`: a token is required'],
    ],
    [
      'a question for a token',
      { method: 'PUT', target: '/latest/api/token' },
      ['Received request to generate a token', 'Returned token successfully.'],
    ],
    [
      'a bad one',
      { method: 'PUT', target: '/latest/api/token', status: 400, why: 'TTL missing or not 1 to 21600' },
      ['Received request to generate a token, which was refused: TTL missing or not 1 to 21600'],
    ],
    [
      'what is no HTTP',
      { target: 'GET secret', rule: 'malformed-request', status: 400 },
      ['Returned `badRequestResponse` to a request that is no HTTP'],
    ],
    [
      'no answer',
      { status: null, why: 'request never finished' },
      ['Closed a connection without an answer: request never finished'],
    ],
  ])('%s', (_name, changed, expected) => {
    expect(lines(changed)).toEqual(expected);
  });
});

describe('notices', () => {
  const received = `RemoteAddr: 10.0.0.7 sent request to mock spot interruption: ${SPOT}`;

  test('due', () => {
    expect(lines({ target: SPOT })).toEqual([received, 'Returned JSON mock response successfully.']);
  });

  test('delayed, as AEMM’s README shows it', () => {
    expect(lines({ target: SPOT, status: 404, rule: 'not-found' }, { 'mock-delay-sec': 10 })).toEqual([
      received,
      'Delaying the response by 10s as requested. The mock response will be available in 2s. Returning `notFoundResponse` for now',
    ]);
  });

  test('before a trigger time', () => {
    const at = '2024-08-01T12:01:00Z';
    expect(lines({ target: SPOT, status: 404 }, { 'mock-trigger-time': at })[1]).toBe(
      `Trigger time ${at} was not reached yet. The mock response will be available in 52s. Returning \`notFoundResponse\` for now`,
    );
  });

  test.each([
    [SPOT, 'Spot ITN or Rebalance Recommendation'],
    ['/latest/meta-data/events/recommendations/rebalance', 'Spot ITN or Rebalance Recommendation'],
    ['/latest/meta-data/events/maintenance/scheduled', 'Scheduled Event'],
    ['/latest/meta-data/autoscaling/target-lifecycle-state', 'ASG Lifecycle State'],
  ])('%s for a client that came too late', (target, what) => {
    expect(lines({ target, status: 404, rule: 'no-place' })[1]).toBe(
      `Requesting IP 10.0.0.7 is not eligible for ${what} because the max number of IPs configured (2) has been reached.`,
    );
  });

  test('cancelled by somebody: no word of addresses', () => {
    expect(lines({ target: SPOT, status: 404, rule: 'not-found' })[1]).toBe('Returned `notFoundResponse`');
  });

  test('under a path of one’s own', () => {
    const { metadata } = AEMM_DEFAULTS;
    const paths = { ...metadata.paths, spot: '/my/own' };
    expect(lines({ target: '/my/own' }, { metadata: { ...metadata, paths } })[0]).toBe(
      'RemoteAddr: 10.0.0.7 sent request to mock spot interruption: /my/own',
    );
  });
});

test('somebody else’s text stays on one line', () => {
  const [line = ''] = lines({ target: '/a\n2026/01/01 forged\u001b[2J', status: 404 });
  expect(line).toBe('Received request for an unknown path: /a\\u000a2026/01/01 forged\\u001b[2J');
});
