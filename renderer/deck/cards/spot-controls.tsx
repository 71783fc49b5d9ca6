// What can be done about an interruption under way. Below the button, so that a second press of it does nothing.
import { runCommand } from '../../commands/dispatch.ts';
import { PlainButton } from '../../components/plain-button.tsx';
import { skipTo } from '../../notices/actions.ts';
import type { OpenPhase } from '../../notices/standing.ts';
import styles from './fire.module.css';

export function SpotControls({ phase }: { phase: OpenPhase }) {
  return (
    <div className={`${styles.row} ${styles.below}`}>
      <PlainButton onClick={() => runCommand('spot.cancel')}>Cancel</PlainButton>
      {phase !== 'reached' && <PlainButton onClick={() => runCommand('spot.skip')}>Skip 90 s</PlainButton>}
      {phase === 'scheduled' && <Skip to="notice" />}
      {phase === 'noticed' && <Skip to="action" />}
    </div>
  );
}

function Skip({ to }: { to: 'notice' | 'action' }) {
  return <PlainButton onClick={() => void skipTo(to)}>Skip to {to}</PlainButton>;
}
