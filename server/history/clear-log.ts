// Clearing the log for everybody, as a step that can be undone for ten seconds: after that what was cleared is let go of.
import { CLEARED_LOG } from '../../app/log/cleared.ts';
import type { RequestLog } from '../log/request-log.ts';
import type { History, TakeBack } from './history.ts';

/** How many requests went. */
export function clearLog({ log, history }: { log: RequestLog; history: History }): number {
  if (log.last() < log.first()) return 0;
  const { count, takeBack } = cleared(log, log.last());
  history.did({ ...CLEARED_LOG, takeBack });
  return count;
}

/** Done again, it leaves what came since. */
function cleared(log: RequestLog, upTo: number): { count: number; takeBack: TakeBack } {
  const gone = log.clear(upTo);
  const takeBack = () => {
    log.restore(gone);
    return () => cleared(log, gone.upTo).takeBack;
  };
  return { count: gone.count, takeBack };
}
