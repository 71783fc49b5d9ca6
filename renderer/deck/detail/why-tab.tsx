// Why the request was answered as it was, step by step, beside the body that went out.
import type { LogEntryView } from '../../../app/contract/traffic.ts';
import { statusKind, statusText } from '../log/row-text.ts';
import { BodyPart } from './body-part.tsx';
import styles from './detail.module.css';
import { EntryActions } from './entry-actions.tsx';
import { SegmentText } from './segment.tsx';

const STATUS_COLOUR = { good: 'var(--ok)', missing: 'var(--miss)', bad: 'var(--bad)', none: 'var(--bad)' };

export function WhyTab({ entry }: { entry: LogEntryView }) {
  return (
    <div className={styles.columns}>
      <div tabIndex={0} role="group" aria-label="Why">
        <p className={styles.because}>
          <span style={{ color: STATUS_COLOUR[statusKind(entry.status)] }}>{statusText(entry.status)}</span> ·{' '}
          {entry.why.sentence}
        </p>
        <ol className={styles.steps}>
          {entry.why.steps.map((step, index) => (
            <li key={step.map(({ text }) => text).join('')}>
              <span className={styles.step}>{index + 1}</span>
              <span>
                {step.map((segment) => (
                  <SegmentText key={`${segment.to ?? ''} ${segment.text}`} segment={segment} />
                ))}
              </span>
            </li>
          ))}
        </ol>
      </div>
      <div tabIndex={0} role="group" aria-label="What went out">
        <BodyPart entry={entry} />
        <EntryActions entry={entry} />
      </div>
    </div>
  );
}
