// How many rows came since the view let go of the end, and the way to them.
import { Button } from '../../components/button.tsx';
import { setFollow, useLog } from '../../stores/log/log.ts';
import { indexAfter } from '../../stores/log/log-window.ts';
import styles from '../log/log.module.css';

/** It has no edge of its own but its colour. */
const EDGE = { border: 'var(--float-edge)' };

export function JumpPill() {
  const count = useLog((log) => (log.follow ? 0 : log.window.shown.length - indexAfter(log.window.shown, log.leftAt)));
  if (count === 0) return null;
  return (
    <Button kind="bare" className={styles.jump} style={EDGE} onClick={() => setFollow(true)}>
      {count.toLocaleString('en')} new · jump to latest
    </Button>
  );
}
