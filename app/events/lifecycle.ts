// The target lifecycle state in an Auto Scaling group (imds.md 1.3 and 3.4).
import { stands } from './event.ts';
import type { EventLeaf } from './leaf.ts';
import type { LifecycleEvent } from './schema.ts';

export const LIFECYCLE_PATH = 'meta-data/autoscaling/target-lifecycle-state';

/** The state that the latest event in force has set; none before any has. */
export function lifecycleLeaves(events: LifecycleEvent[], now: number): EventLeaf[] {
  const inForce = events
    .filter((event) => stands(event, now))
    .sort((a, b) => a.noticeAt - a.skippedMs - (b.noticeAt - b.skippedMs) || a.firedAt - b.firedAt)
    .at(-1);
  return inForce ? [{ path: LIFECYCLE_PATH, body: inForce.state, events: [inForce.id] }] : [];
}
