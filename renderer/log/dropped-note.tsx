// Says that the log no longer goes back to its beginning.
import { useLog } from '../stores/log.ts';

export function DroppedNote() {
  const dropped = useLog((log) => log.window.dropped);
  if (dropped === 0) return null;
  return <span>older requests dropped</span>;
}
