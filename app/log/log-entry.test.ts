// One entry of the log: what is masked before it is kept, and how it is shown (behaviour.md, The log).
import { describe, expect, test } from 'vitest';
import { logEntry, logRow } from '../contract/traffic.ts';
import { START } from '../service.example.ts';
import { fixedAbilities } from '../abilities.example.ts';
import {
  entryBytes,
  headerOf,
  type LogEntry,
  maskHeaders,
  MAX_KEPT_HEADER,
  pairs,
  toEntryView,
  toRow,
} from './log-entry.ts';

const { toBase64 } = fixedAbilities();

function entry(given: Partial<LogEntry> = {}): LogEntry {
  return {
    sequence: 7,
    at: START,
    instance: 'spot',
    client: '10.0.0.7',
    port: 40_000,
    method: 'GET',
    target: '/latest/meta-data/mac?x',
    status: 200,
    reason: 'OK',
    size: 17,
    durationMs: 0.125,
    why: { rule: 'fact', path: 'meta-data/mac', fact: 'MAC address', token: { state: 'none' } },
    version: 'v1',
    requestHeaders: ['Host', 'a', 'user-AGENT', 'aws-sdk-js/3'],
    responseHeaders: ['Content-Type', 'text/plain'],
    body: '0e:49:61:0f:c3:11',
    truncated: false,
    panel: false,
    ...given,
  };
}

const none = () => undefined;

describe('headers', () => {
  test.each(['X-aws-ec2-metadata-token', 'x-AWS-ec2-metadata-TOKEN', 'Authorization', 'Proxy-Authorization', 'Cookie'])(
    '%s is cut to its first six characters',
    (name) => {
      expect(maskHeaders([name, 'AQAEAsecret', 'Accept', '*/*'])).toEqual([name, 'AQAEAs…', 'Accept', '*/*']);
    },
  );

  test('two token headers are cut each', () => {
    const name = 'x-aws-ec2-metadata-token';
    expect(maskHeaders([name, 'AQAEAone', name, 'AQAEAtwo'])).toEqual([name, 'AQAEAo…', name, 'AQAEAt…']);
  });

  test('the TTL asked for is no secret', () => {
    const headers = ['X-aws-ec2-metadata-token-ttl-seconds', '21600'];
    expect(maskHeaders(headers)).toEqual(headers);
  });

  test('a value that names a secret header is not taken for one', () => {
    const headers = ['Accept', 'authorization', 'Via', 'something longer'];
    expect(maskHeaders(headers)).toEqual(headers);
  });

  test('names and values over 4 KiB are cut', () => {
    const masked = maskHeaders(['N'.repeat(5000), 'v'.repeat(5000)]);
    expect(masked.map((text) => text.length)).toEqual([MAX_KEPT_HEADER + 1, MAX_KEPT_HEADER + 1]);
  });

  test('they are found whatever their case, the first of two', () => {
    expect(headerOf(['A', '1', 'a', '2'], 'a')).toBe('1');
    expect(headerOf(['a'], 'a')).toBe('');
  });

  test('they are shown as pairs', () => {
    expect(pairs(['A', '1', 'B', '2', 'odd'])).toEqual([
      ['A', '1'],
      ['B', '2'],
    ]);
  });
});

describe('a row', () => {
  test('has what the log shows, and fits the contract', () => {
    const row = toRow(entry(), none);
    expect(logRow.parse(row)).toEqual(row);
    expect(row).toMatchObject({
      sequence: 7,
      at: '2024-08-01T12:59:00.000Z',
      target: '/latest/meta-data/mac?x',
      path: 'meta-data/mac',
      token: 'none',
      why: 'MAC address',
      userAgent: 'aws-sdk-js/3',
      event: null,
      firstSighting: false,
    });
  });

  test('names the event and the first sighting', () => {
    const why = { rule: 'event' as const, events: ['spot-1'], firstSightingMs: 0 };
    expect(toRow(entry({ why }), none)).toMatchObject({ event: 'spot-1', firstSighting: true });
  });

  test('has no path where nothing was looked up', () => {
    expect(toRow(entry({ why: { rule: 'foreign-host' }, status: null }), none)).toMatchObject({
      path: null,
      status: null,
    });
  });
});

describe('an entry whole', () => {
  test('has headers both ways, the body and why, and fits the contract', () => {
    const view = toEntryView(entry(), none, toBase64);
    expect(logEntry.parse(view)).toEqual(view);
    expect(view).toMatchObject({ body: '0e:49:61:0f:c3:11', encoding: 'utf8', why: { rule: 'fact' } });
  });

  test('a body of bytes comes in base64', () => {
    const body = new Uint8Array([0, 255, 1]);
    expect(toEntryView(entry({ body }), none, toBase64)).toMatchObject({ body: 'AP8B', encoding: 'base64' });
  });
});

test('its size grows with what it holds', () => {
  const headers = ['X-Long', 'x'.repeat(10_000)];
  expect(
    entryBytes(entry({ requestHeaders: headers })) - entryBytes(entry({ requestHeaders: [] })),
  ).toBeGreaterThanOrEqual(10_000);
  expect(entryBytes(entry({ target: '/'.repeat(10_000) })) - entryBytes(entry())).toBeGreaterThanOrEqual(9_000);
});
