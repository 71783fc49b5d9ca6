// How many requests a paused view has not taken yet.
import { useLog } from '../../stores/log/log.ts';
import { lastSequence } from '../../stores/log/log-window.ts';
import { useStatus } from '../../stores/status.ts';

export function useWaiting(): number {
  const answered = useStatus((store) => store.status?.counts.last ?? 0);
  const held = useLog((log) => lastSequence(log.window.rows));
  return Math.max(0, answered - held);
}
