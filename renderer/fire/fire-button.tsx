// The button that interrupts now; while an interruption is under way the countdown stands in its place and takes no press.
import { keysOf, runCommand } from '../commands.ts';
import { SpokenMarks } from '../components/spoken.tsx';
import type { SpotView } from '../events/standing.ts';
import styles from './fire.module.css';
import { type Countdown, spotCountdown } from './spot-text.ts';

export function FireButton({ spot, now }: { spot: SpotView | null; now: number }) {
  const countdown = spot === null ? null : spotCountdown(spot, now);
  return (
    <>
      <button
        type="button"
        className={styles.fire}
        aria-disabled={spot !== null}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        onClick={spot === null ? () => runCommand('spot.interrupt') : undefined}
      >
        {countdown === null ? <Idle /> : <Counting countdown={countdown} />}
      </button>
      {countdown !== null && countdown.leftMs !== null && (
        <SpokenMarks leftMs={countdown.leftMs} what={countdown.words.replace(' in', '')} />
      )}
    </>
  );
}

function Idle() {
  return (
    <>
      Interrupt now
      <span className={styles.key} aria-hidden>
        {keysOf('spot.interrupt')}
      </span>
    </>
  );
}

function Counting({ countdown }: { countdown: Countdown }) {
  return (
    <>
      {countdown.words}
      {countdown.text !== '' && (
        <span className="mono" style={{ fontSize: 13 }} role="timer">
          {countdown.text}
        </span>
      )}
    </>
  );
}
