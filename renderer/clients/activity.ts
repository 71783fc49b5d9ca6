// How often a client asked in the last minutes, from the rows that the panel holds. Pure.
import type { LogRow } from '../../app/contract/traffic.ts';
import { keyOf } from './client-key.ts';

export const BUCKETS = 20;
const BUCKET_MS = 30_000;

/** Requests of each half minute, oldest first, for each client of an instance that asked in the last ten minutes, by its key. `now` in milliseconds. */
export function activityByClient(rows: readonly LogRow[], now: number): Map<string, number[]> {
  const found = new Map<string, number[]>();
  const end = Math.ceil(now / BUCKET_MS) * BUCKET_MS;
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const row = rows[index];
    if (row === undefined) break;
    const bucket = BUCKETS - 1 - Math.floor((end - 1 - Date.parse(row.at)) / BUCKET_MS);
    if (bucket < 0) break;
    if (!row.panel) count(found, keyOf({ instance: row.instance, address: row.client }), Math.min(bucket, BUCKETS - 1));
  }
  return found;
}

function count(found: Map<string, number[]>, key: string, bucket: number): void {
  let counts = found.get(key);
  if (counts === undefined) {
    counts = Array.from({ length: BUCKETS }, () => 0);
    found.set(key, counts);
  }
  counts[bucket] = (counts[bucket] ?? 0) + 1;
}

/** The busiest half minute, in words. */
export function activityText(counts: readonly number[] | undefined): string {
  const all = (counts ?? []).reduce((sum, one) => sum + one, 0);
  if (all === 0) return 'nothing in the last 10 minutes';
  return `${all.toLocaleString('en')} in the last 10 minutes, at most ${Math.max(...(counts ?? [0]))} in half a minute`;
}
