// Press and watch: the buttons on the left, the live log on the right.
import { FireColumn } from './cards/fire-column.tsx';
import { useDeckView } from '../stores/deck-view.ts';
import styles from './deck.module.css';
import { Work } from './work.tsx';

export function DeckScreen() {
  const folded = useDeckView((view) => view.folded);
  return (
    <div className={styles.deck} data-folded={folded ? '' : undefined}>
      <h1 className="only-heard">Deck</h1>
      <FireColumn />
      <Work />
    </div>
  );
}
