// Rows of a log for tests.
import type { LogRow } from '../../../app/contract/traffic.ts';

export function exampleRow(sequence: number, status = 200): LogRow {
  return {
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
    status,
    size: 17,
    durationMs: 0.2,
    rule: 'fact',
    why: 'mac',
    tag: null,
    event: null,
    firstSighting: false,
    userAgent: '',
    panel: false,
  };
}

/** One row for each status, numbered from 1. */
export function rowsOf(statuses: number[]): LogRow[] {
  return statuses.map((status, index) => exampleRow(index + 1, status));
}
