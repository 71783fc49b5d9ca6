// A share as a short bar; the number stands beside it in words.
import styles from './share-bar.module.css';

/** `share` from 0 to 1. */
export function ShareBar({ share, quiet = false }: { share: number; quiet?: boolean }) {
  return (
    <span className={styles.track} data-quiet={quiet || undefined} aria-hidden>
      <span style={{ width: `${Math.round(share * 100)}%` }} />
    </span>
  );
}
