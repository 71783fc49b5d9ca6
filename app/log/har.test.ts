// Export keeps to HAR 1.2: the fields that its specification asks for, with their types.
import { expect, test } from 'vitest';
import * as z from 'zod';
import type { LogEntryView } from '../contract/traffic.ts';
import { toHar, toNdjson } from './har.ts';

const pair = z.strictObject({ name: z.string(), value: z.string() });
const size = z.number().int().min(-1);
const message = {
  httpVersion: z.string(),
  cookies: z.array(z.never()),
  headers: z.array(pair),
  headersSize: size,
  bodySize: size,
};
const HAR = z.strictObject({
  log: z.strictObject({
    version: z.literal('1.2'),
    creator: z.strictObject({ name: z.string(), version: z.string() }),
    entries: z.array(
      z.strictObject({
        startedDateTime: z.iso.datetime(),
        time: z.number().min(0),
        request: z.strictObject({ method: z.string(), url: z.url(), queryString: z.array(pair), ...message }),
        response: z.strictObject({
          status: z.number().int(),
          statusText: z.string(),
          content: z.strictObject({
            size: z.number().int(),
            mimeType: z.string(),
            text: z.string(),
            encoding: z.literal('base64').optional(),
            comment: z.string().optional(),
          }),
          redirectURL: z.string(),
          ...message,
        }),
        cache: z.strictObject({}),
        timings: z.strictObject({ send: z.number().min(0), wait: z.number().min(0), receive: z.number().min(0) }),
        connection: z.string(),
        comment: z.string(),
      }),
    ),
  }),
});

const ENTRY: LogEntryView = {
  kind: 'request',
  sequence: 1,
  at: '2026-11-22T14:05:03.112Z',
  instance: 'spot',
  client: '10.0.0.7',
  port: 51_622,
  method: 'GET',
  target: '/latest/meta-data/spot/instance-action?a=1&b&c=',
  path: 'meta-data/spot/instance-action',
  version: 'v2',
  token: 'valid',
  status: 200,
  size: 58,
  durationMs: 0.2,
  rule: 'event',
  tag: 'interruption',
  event: 'spot-1',
  firstSighting: true,
  userAgent: 'curl/8',
  panel: false,
  requestHeaders: [['X-aws-ec2-metadata-token', 'AQAEAA…']],
  reason: 'OK',
  responseHeaders: [['Content-Type', 'text/plain']],
  body: '{"action": "terminate"}',
  encoding: 'utf8',
  truncated: false,
  why: {
    rule: 'event',
    summary: 's',
    sentence: 'the spot interruption is on the wire',
    tag: 'interruption',
    steps: [],
  },
};

function one(more: Partial<LogEntryView>) {
  const entry = toHar([{ ...ENTRY, ...more }], 'http://127.0.0.1:1338', '0.1.0').log.entries.at(0);
  if (entry === undefined) throw new Error('An entry of the log gave none in the HAR.');
  return entry;
}

test.each<[string, Partial<LogEntryView>]>([
  ['an answered request', {}],
  ['one without an answer', { status: null, reason: '', body: '', responseHeaders: [], size: 0 }],
  ['bytes', { encoding: 'base64', body: 'AAE=' }],
  ['a body that was cut', { truncated: true }],
  ['a target that is a whole address', { target: 'http://169.254.169.254/latest/' }],
  ['a target that is no path', { target: '*' }],
])('%s keeps to HAR 1.2', (_name, more) => {
  expect(() => HAR.parse(toHar([{ ...ENTRY, ...more }], 'http://127.0.0.1:1338', '0.1.0'))).not.toThrow();
});

test('address and query are those of the request', () => {
  expect(one({}).request).toMatchObject({
    url: 'http://127.0.0.1:1338/latest/meta-data/spot/instance-action?a=1&b&c=',
    queryString: [
      { name: 'a', value: '1' },
      { name: 'b', value: '' },
      { name: 'c', value: '' },
    ],
  });
});

test('who asked and why it was answered so are in the comment', () => {
  expect(one({}).comment).toBe('10.0.0.7: the spot interruption is on the wire');
});

test('without an answer the status is 0', () => {
  expect(one({ status: null }).response.status).toBe(0);
});

test('NDJSON is a document a line', () => {
  expect(toNdjson([{ a: '1\n2' }, { b: 2 }])).toBe('{"a":"1\\n2"}\n{"b":2}\n');
});
