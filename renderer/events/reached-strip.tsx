// Said once the action time has passed: a real instance would be gone, this one goes on.
import { Button } from '../components/button.tsx';
import { runCommand } from '../commands/dispatch.ts';
import { openPhase, type SpotView } from '../notices/standing.ts';
import { clockText } from '../words/time-text.ts';
import styles from './events.module.css';

const WOULD: Record<SpotView['action'], string> = {
  terminate: 'would be terminated',
  stop: 'would be stopped',
  hibernate: 'would be hibernated',
};

export function ReachedStrip({ spot, now }: { spot: SpotView | null; now: number }) {
  if (spot === null || openPhase(spot, now) !== 'reached') return null;
  return (
    <section className={styles.reached} aria-label="Action time passed" role="status">
      <span>
        The instance {WOULD[spot.action]} since {clockText(Date.parse(spot.actionDueAt ?? spot.actionAt))}. It is still
        answering, with the notice.
      </span>
      <Button acts onClick={() => runCommand('spot.cancel')}>
        Take the notice away
      </Button>
    </section>
  );
}
