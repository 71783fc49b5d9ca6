// The card that interrupts the instance: what will happen, the button, and what is under way.
import { IconBolt } from '@tabler/icons-react';
import { SPOT_ACTIONS, type SpotAction } from '../../../app/events/kinds.ts';
import { Segments } from '../../components/segments.tsx';
import { type OpenPhase, openPhase, openSpot } from '../../notices/standing.ts';
import { useNow } from '../../stores/clock.ts';
import { chooseAction, useInterruptionChoice } from '../../stores/interruption-choice.ts';
import { useWorld } from '../../stores/world.ts';
import { FireButton } from './fire-button.tsx';
import styles from './fire.module.css';
import { NoticeMenu } from './notice-menu.tsx';
import { SpotControls } from './spot-controls.tsx';
import { spotHint } from './spot-text.ts';

const ACTION_TEXT: Record<SpotAction, string> = { terminate: 'Terminate', stop: 'Stop', hibernate: 'Hibernate' };
const OPTIONS = SPOT_ACTIONS.map((value) => ({ value, text: ACTION_TEXT[value] }));
const PHASE_TEXT: Record<OpenPhase, string> = {
  scheduled: 'scheduled',
  noticed: 'in its notice',
  reached: 'action time passed',
};

export function SpotCard() {
  const now = useNow();
  const spot = openSpot(useWorld((world) => world.events) ?? []);
  const { action, noticeSeconds, rebalanceSeconds } = useInterruptionChoice();
  const phase = spot === null ? null : openPhase(spot, now);
  const id = 'spot-interruption';
  return (
    <section className={styles.card} data-open={phase ?? undefined} aria-labelledby={id}>
      <h2 className={styles.title}>
        <IconBolt className={styles.bolt} size={15} stroke={1.8} aria-hidden />
        <span id={id}>Spot interruption</span>
        {phase !== null && <span className={styles.state}>{PHASE_TEXT[phase]}</span>}
      </h2>
      <div className={`${styles.row} ${styles.choices}`}>
        <Segments
          label="Action"
          options={OPTIONS}
          value={spot?.action ?? action}
          disabled={spot !== null}
          onChange={chooseAction}
        />
        <NoticeMenu spot={spot} />
      </div>
      <FireButton spot={spot} now={now} />
      {spot === null || phase === null ? (
        <p className={styles.hint}>{spotHint(action, noticeSeconds, rebalanceSeconds)}</p>
      ) : (
        <SpotControls phase={phase} />
      )}
    </section>
  );
}
