// Below the button: Schedule… before firing; Cancel and the skips after. Never under the pointer that fired.
import { useState } from 'react';
import { runCommand } from '../commands/dispatch.ts';
import { PlainButton } from '../components/plain-button.tsx';
import { SpanField } from '../fields/span-field.tsx';
import { scheduleInterruption } from '../notices/actions.ts';
import type { OpenPhase, SpotView } from '../notices/standing.ts';
import styles from './events.module.css';

const USUAL_SECONDS = 300;

export function SpotFoot({ spot, phase }: { spot: SpotView | null; phase: OpenPhase | null }) {
  if (spot === null) return <Schedule />;
  return (
    <div className={`${styles.row} ${styles.foot}`}>
      <PlainButton onClick={() => runCommand('spot.cancel')}>Cancel</PlainButton>
      {phase === 'scheduled' && (
        <PlainButton onClick={() => runCommand('spot.skip-to-notice')}>Skip to notice</PlainButton>
      )}
      {phase !== 'reached' && (
        <PlainButton onClick={() => runCommand('spot.skip-to-action')}>Skip to action</PlainButton>
      )}
    </div>
  );
}

function Schedule() {
  const [open, setOpen] = useState(false);
  const [seconds, setSeconds] = useState(USUAL_SECONDS);
  if (!open) {
    return (
      <div className={`${styles.row} ${styles.foot}`}>
        <PlainButton aria-expanded={false} onClick={() => setOpen(true)}>
          Schedule…
        </PlainButton>
      </div>
    );
  }
  return (
    <form
      className={`${styles.row} ${styles.foot}`}
      aria-label="Schedule an interruption"
      onSubmit={(submit) => {
        submit.preventDefault();
        void scheduleInterruption(seconds);
      }}
    >
      <span className={styles.pair}>
        <span aria-hidden>Notice in</span>
        <SpanField label="Time until the notice" seconds={seconds} onChange={setSeconds} />
      </span>
      <PlainButton type="submit">Schedule</PlainButton>
      <PlainButton onClick={() => setOpen(false)}>Not now</PlainButton>
    </form>
  );
}
