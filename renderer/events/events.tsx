// Everything that can happen to the instance: what is under way along a line, a card for each kind, who hears of it, and what was.
import { useNow } from '../stores/clock.ts';
import { useWorld } from '../stores/world.ts';
import { openSpot } from '../notices/standing.ts';
import { Timeline } from '../deck/timeline/timeline.tsx';
import { AudiencePanel } from './audience-panel.tsx';
import styles from './events.module.css';
import { History } from './history.tsx';
import { LifecyclePanel } from './lifecycle-panel.tsx';
import { MaintenancePanel } from './maintenance-panel.tsx';
import { ReachedStrip } from './reached-strip.tsx';
import { RebalancePanel } from './rebalance-panel.tsx';
import { SkipRow } from './skip-row.tsx';
import { SpotPanel } from './spot-panel.tsx';

export function EventsScreen() {
  const now = useNow();
  const events = useWorld((world) => world.events) ?? [];
  return (
    <div className={styles.screen}>
      <h1 className="only-heard">Events</h1>
      <div className={styles.line}>
        <Timeline />
        <SkipRow events={events} now={now} />
      </div>
      <ReachedStrip spot={openSpot(events)} now={now} />
      <div className={styles.cards}>
        <div className={styles.column}>
          <SpotPanel events={events} now={now} />
          <LifecyclePanel events={events} now={now} />
        </div>
        <div className={styles.column}>
          <RebalancePanel events={events} now={now} />
          <MaintenancePanel events={events} now={now} />
        </div>
        <div className={styles.column}>
          <AudiencePanel />
        </div>
      </div>
      <History events={events} now={now} />
    </div>
  );
}
