// Whether a rebalance recommendation comes before the notice, and how long before.
import { SpanField } from '../fields/span-field.tsx';
import { Tick } from '../fields/tick.tsx';
import { chooseRebalance, useInterruptionChoice } from '../stores/interruption-choice.ts';
import styles from './events.module.css';

const USUAL_SECONDS = 300;

export function RebalanceFirst({ disabled }: { disabled: boolean }) {
  const before = useInterruptionChoice((choice) => choice.rebalanceSeconds);
  return (
    <span className={styles.pair}>
      <Tick
        checked={before !== null}
        disabled={disabled}
        onChange={(checked) => chooseRebalance(checked ? USUAL_SECONDS : null)}
      >
        Rebalance before
      </Tick>
      {before !== null && (
        <SpanField
          label="Time from the recommendation to the notice"
          seconds={before}
          disabled={disabled}
          onChange={chooseRebalance}
        />
      )}
    </span>
  );
}
