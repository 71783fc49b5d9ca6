// Whether a client has read a notice: a tick, or a dash while it has not. The words stand beside it.
import { IconCheck, IconMinus } from '@tabler/icons-react';
import styles from './components.module.css';

export function SeenMark({ seen }: { seen: boolean }) {
  const Icon = seen ? IconCheck : IconMinus;
  return (
    <span className={styles.seen} data-seen={seen || undefined} aria-hidden>
      <Icon size={11} stroke={2.4} />
    </span>
  );
}
