// An entry of the log for tests, as it is given to be kept.
import type { LogEntry } from '../../app/log/log-entry.ts';

export function exampleEntry(given: Partial<LogEntry> = {}): LogEntry {
  return {
    sequence: 0,
    at: 0,
    instance: 'spot',
    client: '10.0.0.7',
    port: 1,
    method: 'GET',
    target: '/',
    status: 200,
    reason: 'OK',
    size: 0,
    durationMs: 0,
    why: { rule: 'versions' },
    version: 'v1',
    requestHeaders: [],
    responseHeaders: [],
    body: '',
    truncated: false,
    panel: false,
    ...given,
  };
}
