// The filter language of the log (ux.md, Find).
import { describe, expect, test } from 'vitest';
import type { LogRow } from '../contract/traffic.ts';
import { compileFilter } from './filter.ts';
import { bodyValues } from './parse.ts';

const ROW: LogRow = {
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
    expect(compileFilter(filter, inBody)(ROW)).toBe(shown);
  });

  test('what must be searched for is told, each text once', () => {
    expect(bodyValues('body:A,b -body:a path:/x body:')).toEqual(['a', 'b']);
  });
});
