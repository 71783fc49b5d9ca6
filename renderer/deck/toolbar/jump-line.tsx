// How many rows came since the view let go of the end, and the way to them.
import { Button } from '../../components/button.tsx';
import { setFollow, useLog } from '../../stores/log/log.ts';
import { indexAfter } from '../../stores/log/log-window.ts';
import styles from '../log/log.module.css';

export function JumpLine() {
  const count = useLog((log) => (log.follow ? 0 : log.window.shown.length - indexAfter(log.window.shown, log.leftAt)));
  if (count === 0) return null;
  return (
    <div className={styles.jump}>
      <Button kind="link" size="s" onClick={() => setFollow(true)}>
        {count.toLocaleString('en')} new · jump to latest
      </Button>
    </div>
  );
}
