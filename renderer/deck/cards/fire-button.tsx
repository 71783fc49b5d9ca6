// The button that interrupts now; while an interruption is under way the countdown stands in its place.
import { useLayoutEffect, useRef } from 'react';
import { Button } from '../../components/button.tsx';
import { runCommand } from '../../commands/dispatch.ts';
import { keysOf } from '../../commands/keys.ts';
import { SpokenMarks } from '../../components/spoken.tsx';
import type { SpotView } from '../../notices/standing.ts';
import styles from './fire.module.css';
import { type Countdown, spotCountdown } from './spot-text.ts';

export function FireButton({ spot, now }: { spot: SpotView | null; now: number }) {
  const hadFocus = useRef(false);
  if (spot !== null) return <Counting countdown={spotCountdown(spot, now)} focused={hadFocus} />;
  return (
    <Button
      acts
      kind="primary"
      className={styles.fire}
      aria-keyshortcuts="Control+Enter Meta+Enter"
      onClick={() => runCommand('spot.interrupt')}
      onFocus={() => (hadFocus.current = true)}
      onBlur={() => (hadFocus.current = false)}
    >
      Interrupt now
      <span className={styles.key} aria-hidden>
        {keysOf('spot.interrupt')}
      </span>
    </Button>
  );
}

type CountingProps = { countdown: Countdown; focused: { current: boolean } };

/** Takes no press, so that a second one of the button does nothing; but it takes the button's focus, which would be lost. */
function Counting({ countdown: { words, text, leftMs }, focused }: CountingProps) {
  const countdown = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (focused.current) countdown.current?.focus();
  }, [focused]);
  return (
    <>
      <div ref={countdown} className={styles.fire} data-counting="" tabIndex={-1}>
        {words}
        {text !== '' && (
          <span className="mono" role="timer">
            {text}
          </span>
        )}
      </div>
      {leftMs !== null && <SpokenMarks leftMs={leftMs} what={words.replace(' in', '')} />}
    </>
  );
}
