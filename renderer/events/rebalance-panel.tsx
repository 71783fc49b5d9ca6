// A rebalance recommendation: now or later; a second one replaces the first.
import { useState } from 'react';
import { Button } from '../components/button.tsx';
import type { EventView } from '../../app/contract/events.ts';
import { SpanField } from '../fields/span-field.tsx';
import { CANCEL_HINT } from '../notices/cancel-hint.ts';
import { cancelEvent, fireRebalance } from '../notices/actions.ts';
import { openPhase, openRebalance, type RebalanceView } from '../notices/standing.ts';
import { clockText, countdownText } from '../words/time-text.ts';
import styles from './events.module.css';
import { Panel } from './panel.tsx';
import { SeenBy } from './seen-by.tsx';

export function RebalancePanel({ events, now }: { events: readonly EventView[]; now: number }) {
  const event = openRebalance(events);
  const [seconds, setSeconds] = useState(0);
  return (
    <Panel
      title="Rebalance recommendation"
      tag="rebalance"
      state={event === null ? 'none' : stateText(event, now)}
      open={event !== null}
    >
      <div className={styles.row}>
        <span className={styles.pair}>
          <span aria-hidden>In</span>
          <SpanField label="Time until the recommendation" seconds={seconds} onChange={setSeconds} />
        </span>
        <Button acts onClick={() => void fireRebalance(seconds)}>
          {event === null ? 'Recommend a rebalance' : 'Recommend anew'}
        </Button>
        {event !== null && (
          <Button
            acts
            title={CANCEL_HINT}
            aria-label="Cancel the recommendation"
            onClick={() => void cancelEvent(event.id)}
          >
            Cancel
          </Button>
        )}
      </div>
      {event !== null && <SeenBy event={event} now={now} />}
    </Panel>
  );
}

function stateText(event: RebalanceView, now: number): string {
  if (openPhase(event, now) === 'scheduled') return `in ${countdownText(Date.parse(event.noticeDueAt) - now)}`;
  return `recommended ${clockText(Date.parse(event.noticeAt))}`;
}
