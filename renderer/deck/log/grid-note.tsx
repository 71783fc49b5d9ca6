// What the list says when it shows nothing, or no longer everything.
import { Button } from '../../components/button.tsx';
import { setFilter, useLog } from '../../stores/log/log.ts';
import { indexAfter } from '../../stores/log/log-window.ts';
import styles from './log.module.css';

export function GridNote() {
  const held = useLog(
    ({ window }) => window.rows.length - indexAfter(window.rows, window.cleared.upTo) - window.cleared.rows.size,
  );
  const shown = useLog((log) => log.window.shown.length);
  const filtered = useLog((log) => log.filter.trim() !== '');
  if (shown > 0) return null;
  if (held > 0 && filtered) return <HiddenByFilter count={held} />;
  return <p className={styles.note}>No requests since this view was cleared</p>;
}

function HiddenByFilter({ count }: { count: number }) {
  return (
    <p className={styles.note}>
      {count.toLocaleString('en')} hidden by your filter ·{' '}
      <Button kind="link" onClick={() => setFilter('')}>
        clear
      </Button>
    </p>
  );
}
