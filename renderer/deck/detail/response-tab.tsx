// What went.
import type { LogEntryView } from '../../../app/contract/traffic.ts';
import { durationText } from '../log/row-text.ts';
import { BodyPart } from './body-part.tsx';
import styles from './detail.module.css';
import { Headers } from './headers.tsx';

export function ResponseTab({ entry }: { entry: LogEntryView }) {
  return (
    <div className={styles.columns}>
      <div tabIndex={0} role="group" aria-label="Response headers">
        <p className={`mono ${styles.line}`}>
          <b>{entry.status ?? 'no answer'}</b> {entry.reason}{' '}
          <span className="faint">in {durationText(entry.durationMs)} ms</span>
        </p>
        <Headers headers={entry.responseHeaders} />
      </div>
      <div tabIndex={0} role="group" aria-label="Response body">
        <BodyPart entry={entry} />
      </div>
    </div>
  );
}
