// Back to the preset; disabled where nothing differs from it.
import { IconRotate } from '@tabler/icons-react';
import { Button } from '../../components/button.tsx';
import styles from '../pane.module.css';

export function ResetButton({
  words,
  title,
  disabled,
  onReset,
}: {
  words: string;
  title?: string;
  disabled: boolean;
  onReset: () => void;
}) {
  return (
    <Button acts className={styles.button} title={title} disabled={disabled} onClick={onReset}>
      <IconRotate size={14} stroke={1.8} aria-hidden />
      {words}
    </Button>
  );
}
