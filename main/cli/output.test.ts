// What people read: columns, times, durations, and no control characters of others.
import { expect, test } from 'vitest';
import type { EventView } from '../../app/contract/events.ts';
import type { LogRow } from '../../app/contract/traffic.ts';
import { eventTable } from './commands/events.ts';
import { withoutVersion } from './commands/metadata.ts';
import { duration, localTime, plain, relative, shortened, table } from './output.ts';
import { eventText, rowText } from './commands/tail.ts';

const NOW = new Date(2026, 10, 22, 9, 30, 0).getTime();
const iso = (seconds: number) => new Date(NOW + seconds * 1000).toISOString();

test('columns are aligned, without blanks at the end', () => {
  expect(
    table([
      ['a', 'b', ''],
      ['long', 'c', 'd'],
    ]),
  ).toBe('a     b\nlong  c  d\n');
});

test.each([
  [0, '0 s'],
  [80, '1 min 20 s'],
  [120, '2 min'],
  [3600, '1 h'],
  [3661, '1 h 1 min'],
  [7 * 86_400, '7 d'],
  [90_000, '1 d 1 h'],
])('%i seconds are %s', (seconds, text) => {
  expect(duration(seconds)).toBe(text);
});

test.each([
  [0, 'now'],
  [120, 'in 2 min'],
  [-3, '3 s ago'],
])('a moment %i seconds on is %s', (seconds, text) => {
  expect(relative(iso(seconds), NOW)).toBe(text);
});

test('times are local, with their date when it is another day', () => {
  expect(localTime(iso(5), NOW)).toBe('09:30:05');
  expect(localTime(iso(7 * 86_400), NOW)).toBe('2026-11-29 09:30:00');
});

test('control characters are spelled out', () => {
  expect(plain('a\u001b[2Jb\u009bc\n')).toBe(String.raw`a\u001b[2Jb\u009bc\u000a`);
  expect(shortened('x'.repeat(80))).toHaveLength(60);
});

test('an event says when its action comes', () => {
  const event: EventView = {
    kind: 'spot-interruption',
    id: 'spot-1',
    instance: 'spot',
    group: 'spot',
    phase: 'noticed',
    by: 'cli',
    action: 'terminate',
    firedAt: iso(0),
    noticeAt: iso(0),
    noticeDueAt: iso(0),
    actionAt: iso(120),
    actionDueAt: iso(120),
    skippedSeconds: 0,
    endedAt: null,
    seenBy: [],
  };
  expect(eventTable([event], NOW)).toBe('spot interruption (terminate)  noticed  action 09:32:00, in 2 min  spot-1\n');
  const later: EventView = { ...event, phase: 'scheduled', noticeDueAt: iso(30) };
  expect(eventTable([later], NOW)).toContain('scheduled  notice 09:30:30, in 30 s');
});

test('a row of the log is one line, whatever was sent', () => {
  const row: LogRow = {
    kind: 'request',
    sequence: 1,
    at: iso(0),
    instance: 'spot',
    client: '10.0.0.7',
    port: 4000,
    method: 'GET',
    target: '/latest/\u001b[31mx',
    path: null,
    version: null,
    token: 'none',
    status: 404,
    size: 0,
    durationMs: 1,
    rule: 'not-found',
    why: 'not found',
    tag: null,
    event: null,
    firstSighting: false,
    userAgent: '',
    panel: false,
  };
  expect(rowText(row, NOW)).toBe(String.raw`09:30:00  10.0.0.7         --  GET 404  /latest/\u001b[31mx  not found`);
});

test('a line about an event says what happened where a request has its path', () => {
  const line = {
    kind: 'event',
    sequence: 2,
    at: iso(0),
    instance: 'spot',
    event: 'spot-1',
    what: 'fired',
    tag: 'interruption',
    why: 'spot interruption fired by HTTP: stop',
  } as const;
  expect(eventText(line, NOW)).toBe('09:30:00  (event)          spot-1  spot interruption fired by HTTP: stop');
});

test.each([
  ['meta-data/', 'meta-data/'],
  ['/latest/meta-data/hostname', 'meta-data/hostname'],
  ['latest/user-data', 'user-data'],
  ['/latest', ''],
  ['latest-news', 'latest-news'],
])('%s without the version', (path, expected) => {
  expect(withoutVersion(path)).toBe(expected);
});
