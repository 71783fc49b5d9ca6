// A line about an event, below the list: what happened and when, and the way to the event.
import type { EventRow } from '../../../app/contract/traffic.ts';
import { preciseText } from '../../words/time-text.ts';
import styles from './detail.module.css';
import { SegmentText } from './segment.tsx';

export function EventPart({ line }: { line: EventRow }) {
  return (
    <div className={styles.eventPart} tabIndex={0} role="group" aria-label="What happened">
      <p className={styles.because}>{line.why}</p>
      <p>
        #{line.sequence.toLocaleString('en')} · {preciseText(Date.parse(line.at))} · instance {line.instance} · event{' '}
        <SegmentText segment={{ text: line.event, to: `event:${line.event}` }} />
      </p>
    </div>
  );
}
