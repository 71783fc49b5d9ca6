// Press and watch: the buttons on the left, the live log on the right.
import { FireColumn } from '../../fire/fire-column.tsx';
import styles from './deck.module.css';
import { Work } from './work.tsx';

export function DeckScreen() {
  return (
    <div className={styles.deck}>
      <FireColumn />
      <Work />
    </div>
  );
}
