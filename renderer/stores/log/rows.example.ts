// Rows of a log for tests.
import type { LogRow } from '../../../app/contract/traffic.ts';
import { exampleRow as rowWith } from '../../../app/contract/log-row.example.ts';

export function exampleRow(sequence: number, status = 200): LogRow {
  return rowWith(sequence, { status, userAgent: '' });
}

/** One row for each status, numbered from 1. */
export function rowsOf(statuses: number[]): LogRow[] {
  return statuses.map((status, index) => exampleRow(index + 1, status));
}
