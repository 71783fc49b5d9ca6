// A spot interruption: what it will be, now or later; while it is under way its countdown, Cancel and who has read it.
import type { EventView } from '../../app/contract/events.ts';
import { SPOT_ACTIONS, type SpotAction } from '../../app/events/kinds.ts';
import { Segments } from '../components/segments.tsx';
import { SpanField } from '../fields/span-field.tsx';
import { openPhase, openSpot } from '../notices/standing.ts';
import { FireButton } from '../deck/cards/fire-button.tsx';
import { spotHint } from '../deck/cards/spot-text.ts';
import { chooseAction, chooseNotice, useInterruptionChoice } from '../stores/interruption-choice.ts';
import styles from './events.module.css';
import { Panel } from './panel.tsx';
import { PHASE_TEXT } from './phase-text.ts';
import { RebalanceFirst } from './rebalance-first.tsx';
import { SeenBy } from './seen-by.tsx';
import { SpotFoot } from './spot-foot.tsx';

const ACTION_TEXT: Record<SpotAction, string> = { terminate: 'Terminate', stop: 'Stop', hibernate: 'Hibernate' };
const OPTIONS = SPOT_ACTIONS.map((value) => ({ value, text: ACTION_TEXT[value] }));

export function SpotPanel({ events, now }: { events: readonly EventView[]; now: number }) {
  const spot = openSpot(events);
  const { action, noticeSeconds, rebalanceSeconds } = useInterruptionChoice();
  const fixed = spot === null ? null : (Date.parse(spot.actionAt) - Date.parse(spot.noticeAt)) / 1000;
  const phase = spot === null ? null : openPhase(spot, now);
  return (
    <Panel
      title="Spot interruption"
      tag="interruption"
      state={phase === null ? 'none' : PHASE_TEXT[phase]}
      open={phase !== null}
    >
      <div className={styles.form}>
        <div className={styles.wide}>
          <Segments
            label="Action"
            options={OPTIONS}
            value={spot?.action ?? action}
            disabled={spot !== null}
            onChange={chooseAction}
          />
        </div>
        <span className={styles.pair}>
          <span aria-hidden>Notice</span>
          <SpanField
            label="Time from notice to action"
            seconds={fixed ?? noticeSeconds}
            disabled={spot !== null}
            onChange={chooseNotice}
          />
        </span>
        <RebalanceFirst disabled={spot !== null} />
      </div>
      <FireButton spot={spot} now={now} />
      <SpotFoot spot={spot} phase={phase} />
      {spot === null ? (
        <p className={styles.hint}>{spotHint(action, noticeSeconds, rebalanceSeconds)}</p>
      ) : (
        <SeenBy event={spot} now={now} />
      )}
    </Panel>
  );
}
