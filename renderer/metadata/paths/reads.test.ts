// Who read a path, out of the log.
import { expect, test } from 'vitest';
import type { LogRow } from '../../../app/contract/traffic.ts';
import { readsOf } from './reads.ts';

const ROW: LogRow = {
  kind: 'request',
  sequence: 1,
  at: '2026-01-02T03:04:05.000Z',
  instance: 'spot',
  client: '10.0.0.7',
  port: 1,
  method: 'GET',
  target: '/latest/meta-data/ami-id',
  path: 'meta-data/ami-id',
  version: 'v2',
  token: 'valid',
  status: 200,
  size: 1,
  durationMs: 0.1,
  rule: 'fact',
  why: '',
  tag: null,
  event: null,
  firstSighting: false,
  userAgent: '',
  panel: false,
};

test('counts what clients got, and keeps the last', () => {
  const later = { ...ROW, at: '2026-01-02T03:04:06.000Z', client: '10.0.0.4' };
  const reads = readsOf([ROW, later, { ...ROW, panel: true }, { ...ROW, status: 404 }, { ...ROW, path: null }]);
  expect([...reads]).toEqual([['meta-data/ami-id', { at: Date.parse(later.at), client: '10.0.0.4', times: 2 }]]);
});
