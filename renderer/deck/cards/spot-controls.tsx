// What can be done about an interruption under way. Below the button, so that a second press of it does nothing.
import { Button } from '../../components/button.tsx';
import { runCommand } from '../../commands/dispatch.ts';
import { CANCEL_HINT } from '../../notices/cancel-hint.ts';
import { skipTo } from '../../notices/actions.ts';
import type { OpenPhase } from '../../notices/standing.ts';
import styles from './fire.module.css';

export function SpotControls({ phase }: { phase: OpenPhase }) {
  return (
    <div className={`${styles.row} ${styles.below}`}>
      <Button acts title={CANCEL_HINT} onClick={() => runCommand('spot.cancel')}>
        Cancel
      </Button>
      {phase !== 'reached' && (
        <Button acts onClick={() => runCommand('spot.skip')}>
          Skip 90 s
        </Button>
      )}
      {phase === 'scheduled' && <Skip to="notice" />}
      {phase === 'noticed' && <Skip to="action" />}
    </div>
  );
}

function Skip({ to }: { to: 'notice' | 'action' }) {
  return (
    <Button acts onClick={() => void skipTo(to)}>
      Skip to {to}
    </Button>
  );
}
