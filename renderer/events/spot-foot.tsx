// Below the button: Schedule… before firing; Cancel and the skips after. Never under the pointer that fired.
import { useState } from 'react';
import { Button } from '../components/button.tsx';
import { runCommand } from '../commands/dispatch.ts';
import { SpanField } from '../fields/span-field.tsx';
import { CANCEL_HINT } from '../notices/cancel-hint.ts';
import { scheduleInterruption } from '../notices/actions.ts';
import type { OpenPhase, SpotView } from '../notices/standing.ts';
import styles from './events.module.css';

const USUAL_SECONDS = 300;

export function SpotFoot({ spot, phase }: { spot: SpotView | null; phase: OpenPhase | null }) {
  if (spot === null) return <Schedule />;
  return (
    <div className={`${styles.row} ${styles.foot}`}>
      <Button acts title={CANCEL_HINT} onClick={() => runCommand('spot.cancel')}>
        Cancel
      </Button>
      {phase === 'scheduled' && (
        <Button acts onClick={() => runCommand('spot.skip-to-notice')}>
          Skip to notice
        </Button>
      )}
      {phase !== 'reached' && (
        <Button acts onClick={() => runCommand('spot.skip-to-action')}>
          Skip to action
        </Button>
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
        <Button aria-expanded={false} onClick={() => setOpen(true)}>
          Schedule…
        </Button>
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
      <Button acts type="submit">
        Schedule
      </Button>
      <Button onClick={() => setOpen(false)}>Not now</Button>
    </form>
  );
}
