// Says that the panel does not hear from the server: at once where it has no valid token, else once that has lasted a second.
import { Button } from '../components/button.tsx';
import { usePageNow } from '../stores/clock.ts';
import { useConnection } from '../stores/connection.ts';
import styles from './shell.module.css';
import { TokenField } from './token-field.tsx';

export function ConnectionBanner() {
  const { state, gone, tryAgain } = useConnection();
  if (!gone) return null;
  return (
    <section className={styles.strip} aria-label="Connection" role="status">
      {state === 'refused' ? <Refused /> : <Waiting />}
      <Button kind="link" size="s" className={styles.end} onClick={tryAgain}>
        Try again
      </Button>
    </section>
  );
}

function Refused() {
  return (
    <>
      <span>
        This page has no valid token. Paste the address that Metadeck printed when it started, or its token; or run{' '}
        <code>metadeck panel</code>.
      </span>
      <TokenField />
    </>
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
