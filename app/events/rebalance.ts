// A rebalance recommendation (imds.md 3.2).
import { isoSeconds } from '../time.ts';
import { stands } from './event.ts';
import type { EventLeaf } from './leaf.ts';
import type { RebalanceRecommendation } from './schema.ts';

/** Nothing before it is emitted; then its path, until it is cancelled. */
export function rebalanceLeaves(event: RebalanceRecommendation, now: number): EventLeaf[] {
  if (!stands(event, now)) return [];
  const body = `{"noticeTime": "${isoSeconds(event.noticeAt)}"}`;
  return [{ path: 'meta-data/events/recommendations/rebalance', body, events: [event.id] }];
}
