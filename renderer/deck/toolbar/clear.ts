// Clears the log for everybody who looks, with the way back in a toast as long as there is one.
import { CLEARED_LOG } from '../../../app/log/cleared.ts';
import { tell, tellWithUndo } from '../../components/toasts.tsx';
import { act } from '../../control/control.ts';
import { clearRows, useLog } from '../../stores/log/log.ts';
import { lastSequence } from '../../stores/log/log-window.ts';
import { countText } from '../../words/count-text.ts';

export async function clearWithUndo(): Promise<void> {
  const upTo = lastSequence(useLog.getState().window.rows);
  const answer = await act('requests.clear', {});
  if (answer === null) return;
  clearRows(upTo);
  const said = `Cleared ${countText(answer.cleared, 'request', '0')}`;
  if (answer.cleared === 0) tell(said);
  else tellWithUndo(said, () => void act('world.undo', { title: CLEARED_LOG.title }));
}
