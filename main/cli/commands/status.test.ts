// The status of a run, for people.
import { expect, test } from 'vitest';
import type { Status } from '../../../app/contract/server.ts';
import { statusText } from './status.ts';

const STATUS: Status = {
  version: '1.2.3',
  run: 'r',
  pid: 4121,
  now: '2026-11-22T09:30:00.000Z',
  startedAt: '2026-11-22T09:28:00.000Z',
  uptimeSeconds: 120,
  state: 'listening',
  endpoint: 'http://127.0.0.1:1338',
  listeners: [
    { address: '127.0.0.1', port: 1338 },
    { address: '::1', port: 1338 },
  ],
  problem: null,
  control: { http: { address: '127.0.0.1', port: 1339 }, socket: '/run/serve-4121.sock', tokenGiven: false },
  counts: {
    requests: 12,
    kept: 12,
    limit: 10_000,
    dropped: 0,
    first: 1,
    last: 12,
    lastMinute: 3,
    clients: 1,
    tokens: 2,
  },
  instance: {
    name: 'one',
    preset: 'spot',
    instanceId: 'i-1',
    instanceType: 'm7g.large',
    availabilityZone: 'us-east-1a',
    lifeCycle: 'spot',
    httpTokens: 'required',
    editing: 'facts',
    baseLifecycleState: null,
    changed: 2,
  },
  saved: { world: null, settings: null },
  undo: 'fired interruption',
  redo: null,
  warnings: [],
};

test('what it says', () => {
  expect(statusText(STATUS, [])).toBe(`Endpoint   http://127.0.0.1:1338
Listening  127.0.0.1:1338, [::1]:1338
Control    http://127.0.0.1:1339
Process    4121, version 1.2.3, up 2 min
Instance   i-1, m7g.large in us-east-1a, spot, IMDSv2 only, preset spot, 2 paths changed
Requests   12 (3 in the last minute), 1 client, 2 tokens
Undo       fired interruption
Events
  No unfinished events.
`);
});

test('what stands in its way', () => {
  const message = 'Port 1338 is in use; the next free port is 1340.';
  const problem = { code: 'PORT_IN_USE' as const, message, port: 1338, holder: null, freePort: 1340 };
  const text = statusText({ ...STATUS, state: 'failed', endpoint: null, listeners: [], problem }, []);
  expect(text).toContain(`Endpoint   ${message}\nListening  nowhere\n`);
});
