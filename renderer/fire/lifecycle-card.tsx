// The card that sets the target lifecycle state in the Auto Scaling group, and takes it back.
import { Menu } from '@mantine/core';
import { IconPlayerEject } from '@tabler/icons-react';
import { LIFECYCLE_STATES } from '../../app/events/lifecycle.ts';
import { Caret } from '../components/caret.tsx';
import { PlainButton } from '../components/plain-button.tsx';
import { cancelEvent, setLifecycleState } from '../events/actions.ts';
import { openLifecycle, openPhase } from '../events/standing.ts';
import { countdownText } from '../events/time-text.ts';
import { useNow } from '../stores/clock.ts';
import { useStatus } from '../stores/status.ts';
import { useWorld } from '../stores/world.ts';
import styles from './fire.module.css';
import { SmallCard } from './small-card.tsx';

export function LifecycleCard() {
  return (
    <SmallCard
      tag="lifecycle"
      title="Auto Scaling"
      icon={<IconPlayerEject size={14} stroke={1.8} />}
      said={<State />}
      actions={
        <>
          <PlainButton className={styles.split} onClick={() => void setLifecycleState('Terminated')}>
            Terminate
          </PlainButton>
          <StateMenu />
        </>
      }
    />
  );
}

function State() {
  const now = useNow();
  const base = useStatus((store) => store.status?.instance.baseLifecycleState ?? null);
  const event = openLifecycle(useWorld((world) => world.events) ?? [], now);
  if (event === null) return base === null ? 'no target state' : `target state: ${base}`;
  const scheduled = openPhase(event, now) === 'scheduled';
  const due = Date.parse(event.noticeDueAt) - now;
  return (
    <>
      <span>{scheduled ? `${event.state} in ${countdownText(due)}` : `target state: ${event.state}`}</span>
      <button type="button" className="link" onClick={() => void cancelEvent(event.id)}>
        back to {base ?? 'none'}
      </button>
    </>
  );
}

function StateMenu() {
  return (
    <Menu>
      <Menu.Target>
        <PlainButton className={styles.more} aria-label="Another target state">
          <Caret />
        </PlainButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Target lifecycle state</Menu.Label>
        {LIFECYCLE_STATES.map((state) => (
          <Menu.Item key={state} onClick={() => void setLifecycleState(state)}>
            {state}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
