// Clears the view of the log, with the way back in a toast.
import { clearLog, useLog } from '../stores/log.ts';
import { tellWithUndo } from '../stores/toasts.tsx';

export function clearWithUndo(): void {
  const count = useLog.getState().window.shown.length;
  if (count === 0) return;
  const undo = clearLog();
  tellWithUndo(count === 1 ? 'Cleared 1 request' : `Cleared ${count.toLocaleString('en')} requests`, undo);
}
