// A rebalance recommendation, the interruption after it, and what a node drainer reads on the way, to the letter (imds.md 3).
import { describe, expect, test } from 'vitest';
import { exampleService, type ExampleService, INSTANCE_ACTION } from '../service.example.ts';
import { interrupt } from './fire.ts';
import type { SpotAction } from './kinds.ts';

/** Everything of events that AWS's Node Termination Handler and scripts after AWS's guide ask for. */
const READ = {
  action: INSTANCE_ACTION,
  termination: 'meta-data/spot/termination-time',
  rebalance: 'meta-data/events/recommendations/rebalance',
  scheduled: 'meta-data/events/maintenance/scheduled',
};

function poll(service: ExampleService) {
  const at = (path: string) => service.read(path);
  return {
    action: at(READ.action),
    termination: at(READ.termination),
    rebalance: at(READ.rebalance),
    scheduled: at(READ.scheduled),
    events: at('meta-data/events/'),
    spot: at('meta-data/spot/'),
    isListed: String(at('meta-data/')).split('\n').includes('spot/'),
  };
}

const QUIET = {
  action: 404,
  termination: 404,
  rebalance: 404,
  scheduled: '[]',
  events: 'maintenance/',
  spot: 404,
  isListed: false,
};
const RECOMMENDED = {
  ...QUIET,
  rebalance: '{"noticeTime": "2024-08-01T13:00:00Z"}',
  events: 'maintenance/\nrecommendations/',
};
const TERMINATING = {
  ...RECOMMENDED,
  action: '{"action": "terminate", "time": "2024-08-01T13:12:00Z"}',
  termination: '2024-08-01T13:12:00Z',
  spot: 'instance-action\ntermination-time',
  isListed: true,
};
const STOPPING = {
  ...RECOMMENDED,
  action: '{"action": "stop", "time": "2024-08-01T13:12:00Z"}',
  spot: 'instance-action',
  isListed: true,
};
const HIBERNATING = { ...STOPPING, action: '{"action": "hibernate", "time": "2024-08-01T13:10:00Z"}' };

/** Seconds after firing at 12:59:00, and what is read then. */
const CASES: [SpotAction, [number, unknown][]][] = [
  [
    'terminate',
    [
      [0, QUIET],
      [59.999, QUIET],
      [60, RECOMMENDED],
      [659.999, RECOMMENDED],
      [660, TERMINATING],
      [9000, TERMINATING],
    ],
  ],
  [
    'stop',
    [
      [0, QUIET],
      [60, RECOMMENDED],
      [660, STOPPING],
      [780, STOPPING],
      [9000, STOPPING],
    ],
  ],
  [
    'hibernate',
    [
      [0, QUIET],
      [60, RECOMMENDED],
      [659.999, RECOMMENDED],
      [660, HIBERNATING],
      [9000, HIBERNATING],
    ],
  ],
];

describe.each(CASES)('%s', (action, moments) => {
  test('recommendation a minute on, notice ten minutes after it', () => {
    const service = exampleService();
    const start = service.now;
    service.fire((one, firing) =>
      interrupt(one, { action, noticeInSeconds: 660, rebalanceSecondsBefore: 600 }, firing),
    );
    for (const [seconds, expected] of moments) {
      service.now = start + seconds * 1000;
      expect([seconds, poll(service)]).toEqual([seconds, expected]);
      expect(poll(service)).toEqual(expected);
    }
  });
});
