// The empty list: how to point a client here.
import { Snippets } from '../deck/onboarding/snippets.tsx';
import { useStatus } from '../stores/status.ts';
import styles from './clients.module.css';

const USUAL_ENDPOINT = 'http://127.0.0.1:1338';

export function NoClients() {
  const endpoint = useStatus((store) => store.status?.endpoint) ?? USUAL_ENDPOINT;
  return (
    <div className={styles.empty}>
      <h2>No client has asked yet</h2>
      <p className="dim">Whoever asks is listed here by address. Point an app at this service where it runs:</p>
      <Snippets endpoint={endpoint} />
    </div>
  );
}
