// Clears the view of the log, all of it or what the filter shows, with the way back in a toast.
import { clearLog, clearShown, useLog } from '../../stores/log/log.ts';
import { tellWithUndo } from '../../components/toasts.tsx';
import { countText } from '../../words/count-text.ts';

export function clearWithUndo(): void {
  const { window } = useLog.getState();
  const count = window.rows.filter(({ sequence }) => sequence > window.cleared.upTo).length - window.cleared.rows.size;
  clearTelling(count, clearLog);
}

export function clearShownWithUndo(): void {
  clearTelling(useLog.getState().window.shown.length, clearShown);
}

function clearTelling(count: number, clear: () => () => void): void {
  if (count <= 0) return;
  const undo = clear();
  tellWithUndo(`Cleared ${countText(count, 'request', '0')}`, undo);
}
