// What came.
import type { LogEntryView } from '../../../app/contract/traffic.ts';
import styles from './detail.module.css';
import { Headers } from './headers.tsx';

export function RequestTab({ entry }: { entry: LogEntryView }) {
  return (
    <div className={styles.columns}>
      <div tabIndex={0} role="group" aria-label="Request line and client">
        <p className={`mono ${styles.line}`}>
          <b>{entry.method}</b> {entry.target}
        </p>
        <dl className={styles.headers}>
          <dt>Version</dt>
          <dd>{entry.version === null ? 'neither' : `IMDS${entry.version}`}</dd>
          <dt>Token</dt>
          <dd>{entry.token}</dd>
          <dt>User agent</dt>
          <dd>{entry.userAgent === '' ? 'none' : entry.userAgent}</dd>
        </dl>
      </div>
      <div tabIndex={0} role="group" aria-label="Request headers">
        <Headers headers={entry.requestHeaders} />
      </div>
    </div>
  );
}
