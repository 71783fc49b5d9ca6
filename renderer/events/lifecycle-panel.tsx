// The target lifecycle state in the Auto Scaling group: the base state, and one that is set from a time on.
import { useState } from 'react';
import { Button } from '../components/button.tsx';
import type { EventView } from '../../app/contract/events.ts';
import { LIFECYCLE_STATES, type LifecycleState } from '../../app/events/kinds.ts';
import { Pick } from '../fields/pick.tsx';
import { SpanField } from '../fields/span-field.tsx';
import { cancelEvent, setLifecycleState } from '../notices/actions.ts';
import { type LifecycleView, openLifecycle, openPhase } from '../notices/standing.ts';
import { countdownText } from '../words/time-text.ts';
import { useStatus } from '../stores/status.ts';
import styles from './events.module.css';
import { Panel } from './panel.tsx';
import { SeenBy } from './seen-by.tsx';

const OPTIONS = LIFECYCLE_STATES.map((value) => ({ value, text: value }));

export function LifecyclePanel({ events, now }: { events: readonly EventView[]; now: number }) {
  const base = useStatus((store) => store.status?.instance.baseLifecycleState ?? null);
  const event = openLifecycle(events, now);
  const [state, setState] = useState<LifecycleState>('Terminated');
  const [seconds, setSeconds] = useState(0);
  return (
    <Panel title="Auto Scaling lifecycle" tag="lifecycle" state={stateText(event, base, now)} open={event !== null}>
      <div className={styles.row}>
        <Pick label="Target lifecycle state" options={OPTIONS} value={state} onChange={setState} />
        <span className={styles.pair}>
          <span aria-hidden>in</span>
          <SpanField label="Time until the state" seconds={seconds} onChange={setSeconds} />
        </span>
        <Button acts onClick={() => void setLifecycleState(state, seconds)}>
          Set the state
        </Button>
        {event !== null && (
          <Button acts onClick={() => void cancelEvent(event.id)}>
            Back to {base ?? 'none'}
          </Button>
        )}
      </div>
      {event !== null && <SeenBy event={event} now={now} />}
    </Panel>
  );
}

function stateText(event: LifecycleView | null, base: string | null, now: number): string {
  if (event === null) return base ?? 'no target state';
  if (openPhase(event, now) !== 'scheduled') return event.state;
  return `${event.state} in ${countdownText(Date.parse(event.noticeDueAt) - now)}`;
}
