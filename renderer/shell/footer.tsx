// The line at the bottom: how much the log holds, how busy it is, how the panel reaches the server.
import type { Status } from '../../app/contract/server.ts';
import { useStatus } from '../stores/status.ts';
import { countText } from '../words/count-text.ts';
import styles from './shell.module.css';

export function Footer() {
  const status = useStatus((store) => store.status);
  return <footer className={styles.footer}>{status !== null && <Counts status={status} />}</footer>;
}

function Counts({ status }: { status: Status }) {
  const { counts, instance, control } = status;
  return (
    <>
      <span>{heldText(counts)}</span>
      {counts.requests > 0 && (
        <>
          <span>{counts.lastMinute.toLocaleString('en')} per min</span>
          <span>{countText(counts.clients, 'client', '0')}</span>
        </>
      )}
      <span>IMDSv2 {instance.httpTokens}</span>
      <span className={styles.end}>
        control: {control.http === null ? 'this window only' : `${control.http.address}:${control.http.port}`}
      </span>
    </>
  );
}

/** What is kept, and beside it how many there were where that is more. */
export function heldText({ requests, kept, limit }: Pick<Status['counts'], 'requests' | 'kept' | 'limit'>): string {
  if (requests === 0) return 'no requests yet';
  const held = countText(kept, 'request', '0');
  if (kept === requests) return held;
  const atMost = kept < limit ? '' : ' kept, the newest';
  return `${held}${atMost} · ${requests.toLocaleString('en')} since the start`;
}
