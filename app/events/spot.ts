// A spot interruption, from notice to action.
import { isoSeconds } from '../time.ts';
import { stands } from './event.ts';
import type { SpotAction } from './kinds.ts';
import type { EventLeaf } from './leaf.ts';
import type { SpotInterruption } from './schema.ts';

/** Two minutes from notice to action, as EC2 gives for stop and terminate (imds.md 3.1). */
const NOTICE_SECONDS = 120;

/** Seconds from notice to action unless asked otherwise; hibernation begins at once (imds.md 3.1). */
export function defaultNoticeSeconds(action: SpotAction): number {
  return action === 'hibernate' ? 0 : NOTICE_SECONDS;
}

/** What the interruption puts on the wire: nothing before its notice, and a termination time only when it terminates. */
export function spotLeaves(event: SpotInterruption, now: number): EventLeaf[] {
  if (!stands(event, now)) return [];
  const time = isoSeconds(event.actionAt);
  const notice: EventLeaf = {
    path: 'meta-data/spot/instance-action',
    body: `{"action": "${event.action}", "time": "${time}"}`,
    events: [event.id],
  };
  if (event.action !== 'terminate') return [notice];
  return [notice, { path: 'meta-data/spot/termination-time', body: time, events: [event.id] }];
}
