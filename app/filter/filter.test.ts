// The filter language of the log (ux.md, Find).
import { describe, expect, test } from 'vitest';
import type { LogRow } from '../contract/traffic.ts';
import { compileFilter } from './filter.ts';
import { bodyValues } from './parse.ts';

const ROW: LogRow = {
  kind: 'request',
  sequence: 1,
  at: '2024-08-01T12:59:00.000Z',
  instance: 'spot',
  client: '10.0.0.4',
  port: 40_000,
  method: 'GET',
  target: '/latest/meta-data/spot/instance-action?x=a b',
  path: 'meta-data/spot/instance-action',
  version: 'v2',
  token: 'valid',
  status: 404,
  size: 339,
  durationMs: 0.25,
  rule: 'no-place',
  why: 'too late: 2 of 2 places are taken',
  tag: null,
  event: null,
  firstSighting: false,
  userAgent: 'aws-sdk-js/3.0',
  panel: false,
};

const EVENT: LogRow = {
  ...ROW,
  status: 200,
  rule: 'event',
  why: 'in its notice',
  tag: 'interruption',
  event: 'spot-1',
};
const V1: LogRow = {
  ...ROW,
  version: 'v1',
  token: 'none',
  client: '10.0.0.40',
  method: 'PUT',
  status: null,
  durationMs: 300,
};

describe('lets through', () => {
  test.each([
    ['nothing typed', '', ROW],
    ['spaces', '   ', ROW],
    ['a word in the target', 'spot', ROW],
    ['whatever its case', 'SPOT', ROW],
    ['a word in the client', '10.0.0.4', ROW],
    ['a word in the reason', 'taken', ROW],
    ['a word in the agent', 'sdk', ROW],
    ['a status', '404', ROW],
    ['path', 'path:/spot', ROW],
    ['an operator in capitals', 'PATH:/Spot', ROW],
    ['a hundred of status', 'status:4xx', ROW],
    ['a status', 'status:404', ROW],
    ['at least', 'status:>=400', ROW],
    ['at most', 'status:<=404', ROW],
    ['less', 'status:<405', ROW],
    ['more', 'ms:>0.2', ROW],
    ['exactly', 'status:=404', ROW],
    ['method', 'method:get', ROW],
    ['the beginning of a client', 'client:10.0.', ROW],
    ['an instance, in any case', 'instance:Web-2', { ...ROW, instance: 'web-2' }],
    ['one of several instances', 'instance:web-1,web-2', { ...ROW, instance: 'web-2' }],
    ['version', 'version:v1', V1],
    ['no token', 'token:missing', V1],
    ['a token state', 'token:valid', ROW],
    ['why by words', 'why:late', ROW],
    ['why by rule', 'why:no-place', ROW],
    ['none under way', 'why:none', { ...ROW, rule: 'no-event', why: 'no event now: 404 is the all-clear' }],
    ['none due', 'why:none', { ...ROW, rule: 'not-due', why: 'no notice yet: the event is not due' }],
    ['duration', 'ms:>200', V1],
    ['agent', 'agent:sdk-js', ROW],
    ['any event', 'event:any', EVENT],
    ['a kind of event', 'event:interruption', EVENT],
    ['one event', 'event:spot-1', EVENT],
    ['a whole client', 'client:10.0.0.4', ROW],
    ['the beginning of a client without its dot', 'client:10.0', ROW],
    ["Metadeck's own", 'client:panel', { ...ROW, panel: true }],
    ['one of several', 'status:200,4xx', ROW],
    ['a comma in quotes is no comma', 'why:"a, b"', { ...ROW, why: 'a, b' }],
    ['a value that is not finished', 'status:', ROW],
    ['commas alone', 'method:,', ROW],
    ['two terms that hold', 'path:spot status:404', ROW],
    ['quotes around spaces', '"a b"', ROW],
    ['quotes in a value', 'why:"2 of 2"', ROW],
    ['quotes that are not finished', 'why:"2 of', ROW],
    ['the opposite of what does not hold', '-status:200', ROW],
    ['a word with a colon that is no operator', 'late:', ROW],
    ['a minus alone, as a word', '-', { ...ROW, target: '/a-b' }],
  ])('%s: %s', (_name, filter, row) => {
    expect(compileFilter(filter)(row)).toBe(true);
  });
});

describe('hides', () => {
  test.each([
    ['a word that is nowhere', 'maintenance', ROW],
    ['another status', 'status:2xx', ROW],
    ['a number that is none', 'status:abc', ROW],
    ['another method', 'method:PU', V1],
    ['a client that is no beginning', 'client:0.0.4', ROW],
    ['a token', 'token:missing', ROW],
    ['a client that only begins alike', 'client:10.0.0.4', V1],
    ['a name that is only the beginning', 'instance:web-2', { ...ROW, instance: 'web-20' }],
    ['the opposite of an instance', '-instance:spot', ROW],
    ['no event', 'event:any', ROW],
    ['a place that is taken is not none', 'why:none', ROW],
    ['a body that nobody knows', 'body:x', ROW],
    ['one term of two', 'path:spot status:200', ROW],
    ['the opposite of what holds', '-status:404', ROW],
    ['the opposite of a word', '-spot', ROW],
    ['the opposite of one of several', '-status:200,404', ROW],
    ['what was not answered has no status', 'status:2xx', V1],
  ])('%s: %s', (_name, filter, row) => {
    expect(compileFilter(filter)(row)).toBe(false);
  });
});

test.each(['((', '[', '*', '\\', 'status:>>', '::', '-', '--', '"', 'path:"', '%'])('%s is no error', (filter) => {
  expect(() => compileFilter(filter)(ROW)).not.toThrow();
});

function inBody(_row: LogRow, text: string): boolean {
  return '{"action": "terminate"}'.includes(text);
}

describe('bodies', () => {
  test.each([
    ['body:"terminate"', true],
    ['body:TERMINATE', true],
    ['body:stop', false],
    ['-body:stop', true],
    ['body:stop,action path:spot', true],
    ['body:action status:200', false],
  ])('%s: %s', (filter, shown) => {
    expect(compileFilter<LogRow>(filter, { inBody })(ROW)).toBe(shown);
  });

  test('what must be searched for is told, each text once', () => {
    expect(bodyValues('body:A,b -body:a path:/x body:')).toEqual(['a', 'b']);
  });
});

/** In local time, as times are typed. */
function at(hours: number, minutes: number, seconds = 0): number {
  return new Date(2026, 10, 30, hours, minutes, seconds).getTime();
}

function came(moment: number): LogRow {
  return { ...ROW, at: new Date(moment).toISOString() };
}

describe('times', () => {
  const times = { now: at(10, 40), newestEvent: at(10, 35) };

  test.each([
    ['since:event', at(10, 35), true],
    ['since:event', at(10, 35) - 1, false],
    ['-since:event', at(10, 35) - 1, true],
    ['since:10:32', at(10, 32), true],
    ['since:10:32', at(10, 31, 59), false],
    ['since:10:32:30', at(10, 32, 29), false],
    ['since:23:00', at(10, 39), false],
    ['last:5m', at(10, 35), true],
    ['last:5m', at(10, 34, 59), false],
    ['last:30s', at(10, 39, 30), true],
    ['last:2h', at(8, 40), true],
    ['last:soon', at(10, 40), false],
    ['since:25:00', at(10, 40), false],
    ['"since:event"', at(10, 35), false],
  ])('%s: what came at %d: %s', (filter, moment, shown) => {
    expect(compileFilter(filter, { times })(came(moment))).toBe(shown);
  });

  test('nothing came since an event while none was fired', () => {
    const none = { ...times, newestEvent: undefined };
    expect(compileFilter('since:event', { times: none })(came(times.now))).toBe(false);
  });
});

describe('lines about events', () => {
  const LINE = { kind: 'event', at: ROW.at, instance: 'web-1', tag: 'interruption', event: 'spot-1' } as const;
  const times = { now: Date.parse(ROW.at) + 60_000, newestEvent: Date.parse(ROW.at) };

  test.each([
    ['', true],
    ['status:404 path:/x -why:late word', true],
    ['events:off', false],
    ['-events:off', true],
    ['event:any', true],
    ['event:interruption', true],
    ['event:SPOT-1', true],
    ['event:rebalance', false],
    ['-event:any', false],
    ['instance:web-1', true],
    ['instance:web-2', false],
    ['since:event', true],
    ['last:1m', true],
    ['last:59s', false],
  ])('%j: %s', (filter, shown) => {
    expect(compileFilter(filter, { times })(LINE)).toBe(shown);
  });

  test('the requests are shown without them', () => {
    expect(compileFilter('events:off')(ROW)).toBe(true);
    expect(compileFilter('-events:off')(ROW)).toBe(false);
  });
});
