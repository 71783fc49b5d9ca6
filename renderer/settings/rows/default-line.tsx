// What is usual, and the way back to it once something else was chosen.
import { Button } from '../../components/button.tsx';
import styles from '../settings.module.css';

type Props = { usual: string; changed: boolean; what: string; onReset: () => void };

export function DefaultLine({ usual, changed, what, onReset }: Props) {
  return (
    <p className={styles.usual}>
      default: {usual}
      {changed && (
        <Button acts kind="link" size="s" aria-label={`Reset ${what}`} onClick={onReset}>
          Reset
        </Button>
      )}
    </p>
  );
}
