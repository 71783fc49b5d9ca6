// The right side of the Deck: the log with its timeline and detail, or, before the first request, where to point an app.
import { useEffect } from 'react';
import { Detail } from './detail/detail.tsx';
import { Log } from './log/log.tsx';
import { Onboarding } from './onboarding/onboarding.tsx';
import { isOpen } from '../notices/standing.ts';
import { useLog } from '../stores/log/log.ts';
import { firstRequest } from '../stores/log/log-window.ts';
import { useOnboarding, waitForFirst } from '../stores/onboarding.ts';
import { useStatus } from '../stores/status.ts';
import { useWorld } from '../stores/world.ts';
import { Timeline } from './timeline/timeline.tsx';
import styles from './deck.module.css';

export function Work() {
  const asked = useStatus((store) => store.status?.counts.requests ?? 0) > 0;
  const held = useLog((log) => firstRequest(log.window.rows) !== undefined);
  const open = useOnboarding((onboarding) => onboarding.open);
  const some = asked || held;
  if (some && !open) {
    return (
      <div className={styles.container}>
        <div className={styles.work}>
          <Timeline />
          <Log />
          <Detail />
        </div>
      </div>
    );
  }
  return <WhereToPoint back={some} />;
}

/** `back`: there is a log to go back to. */
function WhereToPoint({ back }: { back: boolean }) {
  const known = useStatus((store) => store.status !== null);
  const underWay = useWorld((world) => (world.events ?? []).some(isOpen));
  useEffect(() => {
    if (known) waitForFirst();
  }, [known]);
  if (!known) return null;
  return (
    <div className={styles.before}>
      {underWay && <Timeline />}
      <Onboarding back={back} />
    </div>
  );
}
