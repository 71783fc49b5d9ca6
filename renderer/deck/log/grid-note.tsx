// What the list says when it shows nothing, or no longer everything.
import { Button } from '../../components/button.tsx';
import { setFilter, useLog } from '../../stores/log/log.ts';
import styles from './log.module.css';

export function GridNote() {
  const held = useLog(({ window }) => window.rows.length);
  const shown = useLog((log) => log.window.shown.length);
  const filtered = useLog((log) => log.filter.trim() !== '');
  if (shown > 0) return null;
  if (held > 0 && filtered) return <HiddenByFilter count={held} />;
  return (
    <div className={styles.note}>
      <p>No requests since the log was cleared</p>
    </div>
  );
}

function HiddenByFilter({ count }: { count: number }) {
  return (
    <div className={styles.note}>
      <p>
        {count.toLocaleString('en')} hidden by your filter ·{' '}
        <Button kind="link" onClick={() => setFilter('')}>
          clear
        </Button>
      </p>
    </div>
  );
}
