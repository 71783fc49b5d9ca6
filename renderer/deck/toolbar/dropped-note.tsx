// The quiet line at the top of a full list.
import { Button } from '../../components/button.tsx';
import { useStatus } from '../../stores/status.ts';
import { go } from '../../stores/view.ts';
import styles from './dropped-note.module.css';

/** True once older requests had to make way. */
export function useDropped(): boolean {
  return useStatus(({ status }) => status !== null && status.counts.dropped > 0);
}

export function DroppedNote() {
  return (
    <div className={styles.dropped} role="row">
      <p role="gridcell">
        Older requests dropped ·{' '}
        <Button kind="link" size="s" className={styles.change} onClick={() => go('settings', 'keptRequests')}>
          change limit
        </Button>
      </p>
    </div>
  );
}
