// The quiet line at the top of a full list.
import { useStatus } from '../stores/status.ts';
import styles from './log.module.css';

/** True once older requests had to make way. */
export function useDropped(): boolean {
  return useStatus(({ status }) => {
    if (status === null) return false;
    const { kept, limit, requests } = status.counts;
    return kept >= limit && requests > kept;
  });
}

export function DroppedNote() {
  const limit = useStatus((store) => store.status?.counts.limit ?? 0);
  return (
    <p className={styles.dropped} role="note">
      Older requests dropped: the log holds {limit.toLocaleString('en')}
    </p>
  );
}
