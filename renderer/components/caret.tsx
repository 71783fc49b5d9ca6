// The small triangle of what opens a menu.
import styles from './components.module.css';

export function Caret() {
  return (
    <svg className={styles.caret} width="8" height="6" viewBox="0 0 8 6" fill="currentColor" aria-hidden>
      <path d="M.5.8h7L4 5.4z" />
    </svg>
  );
}
