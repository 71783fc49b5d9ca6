// Says that the panel does not hear from the server, once that has lasted a second.
import { Button } from '../components/button.tsx';
import { usePageNow } from '../stores/clock.ts';
import { useConnection } from '../stores/connection.ts';
import styles from './shell.module.css';
import { useConnectionGone } from './use-lasting.ts';

export function ConnectionBanner() {
  const { state, reason, tryAgain } = useConnection();
  if (!useConnectionGone(state)) return null;
  return (
    <section className={styles.strip} aria-label="Connection" role="status">
      {state === 'lost' ? <span>Connection lost. {reason}</span> : <Waiting />}
      <Button kind="link" size="s" className={styles.end} onClick={tryAgain}>
        Try again
      </Button>
    </section>
  );
}

function Waiting() {
  const retryAt = useConnection((connection) => connection.retryAt);
  const left = Math.ceil(((retryAt ?? 0) - usePageNow()) / 1000);
  return (
    <span>
      Connection lost; what is shown may be old.{' '}
      <span aria-hidden>{left > 0 ? `Trying again in ${left} s` : 'Trying again'}</span>
    </span>
  );
}
