// The two buttons under a small form.
import { Button } from '../../components/button.tsx';
import styles from '../metadata.module.css';

export function FormAnswers({ words, onLeave }: { words: string; onLeave: () => void }) {
  return (
    <div className={styles.answers}>
      <Button onClick={onLeave}>Leave it</Button>
      <Button acts kind="primary" type="submit">
        {words}
      </Button>
    </div>
  );
}
