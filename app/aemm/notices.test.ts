// AEMM's notices by the clock: their bytes, delays and trigger times, moving and given times, and who gets them.
import { describe, expect, test } from 'vitest';
import { maskedCredentials } from '../log/mask.ts';
import type { ExampleService } from '../service.example.ts';
import { AEMM_DEFAULTS } from './defaults/defaults.ts';
import { exampleRun, STARTED } from './run.example.ts';
import type { AemmSettings } from './settings.ts';

const ACTION = 'meta-data/spot/instance-action';
const TIME = 'meta-data/spot/termination-time';
const REBALANCE = 'meta-data/events/recommendations/rebalance';
const SCHEDULED = 'meta-data/events/maintenance/scheduled';
const STATE = 'meta-data/autoscaling/target-lifecycle-state';
const ALL = [ACTION, TIME, REBALANCE, SCHEDULED, STATE];

function statuses(run: ExampleService, client = '10.0.0.7'): number[] {
  return ALL.map((path) => run.get(path, { client }).status);
}

function states(run: ExampleService, seconds: readonly number[]): (string | number)[] {
  return seconds.map((after) => {
    run.now = STARTED + after * 1000;
    return run.read(STATE);
  });
}

describe('without configuration', () => {
  test('the bytes of each', () => {
    const run = exampleRun();
    expect(run.read(ACTION)).toBe('{\n\t"action": "terminate",\n\t"time": "2024-08-01T13:01:00Z"\n}');
    expect(run.read(TIME)).toBe('2024-08-01T13:01:00Z');
    expect(run.read(REBALANCE)).toBe('{\n\t"noticeTime": "2024-08-01T12:59:00Z"\n}');
    expect(run.read(STATE)).toBe('Terminated');
    expect(run.read(SCHEDULED)).toBe(
      [
        '[',
        '\t{',
        '\t\t"Code": "system-reboot",',
        '\t\t"Description": "The instance is scheduled for system-reboot",',
        '\t\t"State": "active",',
        '\t\t"EventId": "instance-event-1234567890abcdef0",',
        '\t\t"NotBefore": "1 Aug 2024 12:59:00 GMT",',
        '\t\t"NotAfter": "8 Aug 2024 12:59:00 GMT",',
        '\t\t"NotBeforeDeadline": "10 Aug 2024 12:59:00 GMT"',
        '\t}',
        ']',
      ].join('\n'),
    );
  });

  test.each([
    [ACTION, 'application/json'],
    [TIME, 'text/plain'],
    [REBALANCE, 'application/json'],
    [SCHEDULED, 'application/json'],
    [STATE, 'text/plain'],
  ])('%s is %s', (path, contentType) => {
    expect(exampleRun().get(path).headers[0]).toEqual(['Content-Type', contentType]);
  });

  test('spot and rebalance times move on with each request; those of the scheduled event do not', () => {
    const run = exampleRun();
    const scheduled = run.read(SCHEDULED);
    run.now = STARTED + 3_600_999;
    expect(run.read(ACTION)).toContain('"time": "2024-08-01T14:01:00Z"');
    expect(run.read(TIME)).toBe('2024-08-01T14:01:00Z');
    expect(run.read(REBALANCE)).toContain('"noticeTime": "2024-08-01T13:59:00Z"');
    expect(run.read(SCHEDULED)).toBe(scheduled);
  });
});

describe('times that are given are echoed to the letter, at any time', () => {
  test.each(['2020-01-07T01:03:47Z', '2020-01-07T01:03:47+09:30', '2030-01-07t01:03:47.123456z'])('%s', (given) => {
    const run = exampleRun({ spot: { action: 'stop', time: given, 'rebalance-rec-time': given } });
    run.now = STARTED + 86_400_000;
    expect(run.read(ACTION)).toBe(`{\n\t"action": "stop",\n\t"time": "${given}"\n}`);
    expect(run.read(TIME)).toBe(given);
    expect(run.read(REBALANCE)).toBe(`{\n\t"noticeTime": "${given}"\n}`);
  });

  test.each(['terminate', 'stop', 'hibernate'])('termination-time is there for %s', (action) => {
    expect(exampleRun({ spot: { ...AEMM_DEFAULTS.spot, action } }).get(TIME).status).toBe(200);
  });
});

describe('the scheduled event', () => {
  test('says what was given, its times in GMT', () => {
    const { metadata } = AEMM_DEFAULTS;
    const run = exampleRun({
      events: {
        code: 'instance-reboot',
        state: 'completed',
        'not-before': '2020-01-01T01:03:47Z',
        'not-after': '2020-01-07T01:03:47+02:00',
        'not-before-deadline': '2020-01-10T01:03:47Z',
      },
      metadata: { ...metadata, values: { ...metadata.values, 'event-id': 'mine' } },
    });
    expect(JSON.parse(String(run.read(SCHEDULED)))).toEqual([
      {
        Code: 'instance-reboot',
        Description: 'The instance is scheduled for instance-reboot',
        State: 'completed',
        EventId: 'mine',
        NotBefore: '1 Jan 2020 01:03:47 GMT',
        NotAfter: '6 Jan 2020 23:03:47 GMT',
        NotBeforeDeadline: '10 Jan 2020 01:03:47 GMT',
      },
    ]);
  });
});

describe('delays', () => {
  const DELAYS: Partial<AemmSettings> = {
    'mock-delay-sec': 10,
    'rebalance-delay-sec': 20,
    'asg-termination-delay-sec': 30,
  };

  test.each([
    [0, [404, 404, 404, 404, 200]],
    [9.999, [404, 404, 404, 404, 200]],
    [10, [200, 200, 404, 200, 200]],
    [19.999, [200, 200, 404, 200, 200]],
    [20, [200, 200, 200, 200, 200]],
  ])('after %d s', (after, expected) => {
    const run = exampleRun(DELAYS);
    run.now = STARTED + after * 1000;
    expect(statuses(run)).toEqual(expected);
  });

  test('of the lifecycle: InService, then Terminated for good', () => {
    const seconds = [0, 29.999, 30, 60, 1e6];
    expect(states(exampleRun(DELAYS), seconds)).toEqual([
      'InService',
      'InService',
      'Terminated',
      'Terminated',
      'Terminated',
    ]);
  });

  test('a trigger time goes before a delay', () => {
    const run = exampleRun({
      ...DELAYS,
      'mock-trigger-time': '2024-08-01T13:00:00Z',
      'rebalance-trigger-time': '2024-08-01T13:00:00Z',
      'asg-termination-trigger-time': '2024-08-01T13:00:00Z',
    });
    run.now = STARTED + 59_999;
    expect([statuses(run), run.read(STATE)]).toEqual([[404, 404, 404, 404, 200], 'InService']);
    run.now = STARTED + 60_000;
    expect([statuses(run), run.read(STATE)]).toEqual([[200, 200, 200, 200, 200], 'Terminated']);
  });

  test('404 before says why, with the page of any 404', () => {
    const run = exampleRun(DELAYS);
    expect(run.get(ACTION)).toMatchObject({ body: run.get('nothing').body, why: { rule: 'not-due' } });
  });
});

describe('who gets notices', () => {
  test.each([
    [-1, [200, 200, 200, 200]],
    [0, [404, 404, 404, 404]],
    [1, [200, 404, 404, 200]],
    [2, [200, 200, 404, 200]],
    [3, [200, 200, 200, 200]],
  ])('mock-ip-count %i, in each group', (count, expected) => {
    const clients = ['10.0.0.1', '10.0.0.2', '2001:db8::1', '10.0.0.1'];
    for (const path of ALL) {
      const run = exampleRun({ 'mock-ip-count': count });
      expect(clients.map((client) => run.get(path, { client }).status)).toEqual(expected);
    }
  });

  test('spot and rebalance are counted together, scheduled events and lifecycle each apart', () => {
    const run = exampleRun({ 'mock-ip-count': 1 });
    expect(run.get(REBALANCE, { client: '10.0.0.1' }).status).toBe(200);
    expect(run.get(SCHEDULED, { client: '10.0.0.2' }).status).toBe(200);
    expect(run.get(STATE, { client: '10.0.0.3' }).status).toBe(200);
    expect(statuses(run, '10.0.0.1')).toEqual([200, 200, 200, 404, 404]);
    expect(statuses(run, '10.0.0.2')).toEqual([404, 404, 404, 200, 404]);
    expect(statuses(run, '10.0.0.3')).toEqual([404, 404, 404, 404, 200]);
  });

  test('who asks before a notice is due has its place, as with AEMM', () => {
    const run = exampleRun({ 'mock-ip-count': 1, 'mock-delay-sec': 10 });
    expect(run.get(ACTION, { client: '10.0.0.1' }).status).toBe(404);
    run.now = STARTED + 10_000;
    expect(['10.0.0.2', '10.0.0.1'].map((client) => run.get(ACTION, { client }).status)).toEqual([404, 200]);
  });

  test('listings and other paths take no place, and nothing of one’s own does', () => {
    const run = exampleRun({ 'mock-ip-count': 1 });
    for (const path of ['meta-data/spot', 'meta-data', 'meta-data/mac']) run.get(path, { client: '10.0.0.1' });
    run.get(ACTION, { client: '10.0.0.1', own: { instance: 'aemm' } });
    expect(run.get(ACTION, { client: '10.0.0.2' }).status).toBe(200);
  });

  test('in v2-only mode a request without a token takes none', () => {
    const run = exampleRun({ 'mock-ip-count': 1, imdsv2: true });
    run.get(ACTION, { client: '10.0.0.1' });
    expect(run.get(ACTION, { client: '10.0.0.2', token: run.token() }).status).toBe(200);
  });

  test('a reading is a sighting of its event', () => {
    const run = exampleRun();
    run.now = STARTED + 3000;
    expect(run.get(ACTION).why).toMatchObject({ rule: 'event', events: ['aemm-spot'], firstSightingMs: 3000 });
    for (const path of ALL) run.get(path);
    expect([...run.traffic.sightings.seen.keys()]).toEqual([
      'aemm aemm-spot',
      'aemm aemm-rebalance',
      'aemm aemm-maintenance',
      'aemm aemm-lifecycle',
    ]);
  });
});

describe('commands', () => {
  test.each([
    ['all', [200, 200, 200, 200, 200]],
    ['spot', [200, 200, 200, 404, 404]],
    ['events', [404, 404, 404, 200, 404]],
    ['asglifecycle', [404, 404, 404, 404, 200]],
  ] as const)('%s serves its own notices alone', (command, expected) => {
    expect(statuses(exampleRun({ command }))).toEqual(expected);
  });
});

describe('a notice at another path', () => {
  test('is there, listed, and counted; its own is not', () => {
    const { metadata } = AEMM_DEFAULTS;
    const paths = { ...metadata.paths, spot: '/latest/mine/notice', 'target-lifecycle-state': '' };
    const run = exampleRun({ 'mock-ip-count': 1, metadata: { ...metadata, paths } });
    expect(run.read('mine')).toBe('notice');
    expect(run.get('mine/notice').status).toBe(200);
    expect(run.get('mine/notice', { client: '10.0.0.9' }).status).toBe(404);
    expect([ACTION, STATE].map((path) => run.get(path).status)).toEqual([404, 404]);
  });
});

test('the log masks the secrets of credentials', () => {
  const body = String(exampleRun().read('meta-data/iam/security-credentials/baskinc-role'));
  expect(maskedCredentials('security-credentials', body)).toContain('"SecretAccessKey": "v/12…"');
});
