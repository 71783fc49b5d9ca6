// Who read which path last, taken from the requests that the panel holds.
import type { LogRow } from '../../../app/contract/traffic.ts';

export type Read = { at: number; client: string; times: number };

/** By path, of the requests of clients that were answered with it. `rows` are oldest first. */
export function readsOf(rows: readonly LogRow[]): Map<string, Read> {
  const reads = new Map<string, Read>();
  for (const row of rows) {
    if (row.path === null || row.panel || row.status !== 200 || row.method === 'PUT') continue;
    const times = (reads.get(row.path)?.times ?? 0) + 1;
    reads.set(row.path, { at: Date.parse(row.at), client: row.client, times });
  }
  return reads;
}
