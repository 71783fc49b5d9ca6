// A row of the log for tests.
import type { LogRow } from './traffic.ts';

export function exampleRow(sequence: number, more: Partial<LogRow>): LogRow {
  return {
    kind: 'request',
    sequence,
    at: '2026-11-22T14:05:00.000Z',
    instance: 'spot',
    client: '10.0.0.7',
    port: 50_000,
    method: 'GET',
    target: '/latest/meta-data/mac',
    path: 'meta-data/mac',
    version: 'v2',
    token: 'valid',
    status: 200,
    size: 17,
    durationMs: 0.2,
    rule: 'fact',
    why: 'mac',
    tag: null,
    event: null,
    firstSighting: false,
    userAgent: 'aws cli/2 (a, b)',
    panel: false,
    ...more,
  };
}
