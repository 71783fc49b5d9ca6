// Says that the panel does not hear from the server, once that has lasted a second.
import { useEffect, useState } from 'react';
import { useConnection } from '../stores/connection.ts';
import styles from './shell.module.css';

const QUIET_MS = 1000;

export function ConnectionBanner() {
  const { state, reason, tryAgain } = useConnection();
  const shown = useLasting(state !== 'connected', QUIET_MS);
  if (!shown) return null;
  return (
    <section className={styles.strip} aria-label="Connection" role="status">
      <span>
        {state === 'lost' ? `Connection lost. ${reason}` : 'Connection lost; trying again. What is shown may be old.'}
      </span>
      <button type="button" className={`link ${styles.end}`} onClick={tryAgain}>
        Try again
      </button>
    </section>
  );
}

/** True once something has been so for a while. */
function useLasting(is: boolean, forMs: number): boolean {
  const [lasted, setLasted] = useState(false);
  useEffect(() => {
    if (!is) return;
    const timer = setTimeout(() => setLasted(true), forMs);
    return () => {
      clearTimeout(timer);
      setLasted(false);
    };
  }, [is, forMs]);
  return is && lasted;
}
