// Folds the column of buttons, so that the log has the width.
import { IconLayoutSidebarLeftCollapse } from '@tabler/icons-react';
import { Button } from '../../components/button.tsx';
import { setFolded } from '../../stores/deck-view.ts';
import styles from './fire.module.css';

export function FoldLine() {
  return (
    <Button kind="bare" className={styles.undo} onClick={() => setFolded(true)}>
      <span>
        <IconLayoutSidebarLeftCollapse size={14} stroke={1.6} className={styles.stepIcon} aria-hidden />
        Fold the buttons
      </span>
    </Button>
  );
}
