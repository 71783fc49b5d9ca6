// What can be done about an interruption under way. Below the button, so that a second press of it does nothing.
import { IconArrowBarToRight } from '@tabler/icons-react';
import { runCommand } from '../commands.ts';
import { PlainButton } from '../components/plain-button.tsx';
import { skipTo } from '../events/actions.ts';
import type { OpenPhase } from '../events/standing.ts';
import styles from './fire.module.css';

export function SpotControls({ phase }: { phase: OpenPhase }) {
  return (
    <div className={`${styles.row} ${styles.below}`}>
      <PlainButton onClick={() => runCommand('spot.cancel')}>Cancel</PlainButton>
      {phase === 'scheduled' && <Skip to="notice" />}
      {phase === 'noticed' && <Skip to="action" />}
    </div>
  );
}

function Skip({ to }: { to: 'notice' | 'action' }) {
  return (
    <PlainButton onClick={() => void skipTo(to)}>
      Skip to {to}
      <IconArrowBarToRight size={14} stroke={1.6} aria-hidden />
    </PlainButton>
  );
}
