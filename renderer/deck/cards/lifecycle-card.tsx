// The card that sets the target lifecycle state in the Auto Scaling group, and takes it back.
import { Menu } from '@mantine/core';
import { IconPlayerEject } from '@tabler/icons-react';
import { Button } from '../../components/button.tsx';
import { LIFECYCLE_STATES } from '../../../app/events/kinds.ts';
import { Caret } from '../../components/caret.tsx';
import { setLifecycleState } from '../../notices/actions.ts';
import { type LifecycleView, openLifecycle, openPhase } from '../../notices/standing.ts';
import { countdownText } from '../../words/time-text.ts';
import { useNow } from '../../stores/clock.ts';
import { useStatus } from '../../stores/status.ts';
import { useWorld } from '../../stores/world.ts';
import { CancelLink } from './cancel-link.tsx';
import styles from './fire.module.css';
import { SmallCard } from './small-card.tsx';

export function LifecycleCard() {
  const now = useNow();
  const base = useStatus((store) => store.status?.instance.baseLifecycleState ?? null);
  const event = openLifecycle(useWorld((world) => world.events) ?? [], now);
  return (
    <SmallCard
      tag="lifecycle"
      title="Auto Scaling"
      icon={<IconPlayerEject size={14} stroke={1.8} />}
      said={stateText(event, base, now)}
      beside={event !== null && <CancelLink what={`and go back to ${base ?? 'no target state'}`} id={event.id} />}
      actions={
        <>
          <Button acts className={styles.split} onClick={() => void setLifecycleState('Terminated')}>
            Terminate
          </Button>
          <StateMenu />
        </>
      }
    />
  );
}

function stateText(event: LifecycleView | null, base: string | null, now: number): string {
  if (event === null) return base === null ? 'no target state' : `target: ${base}`;
  if (openPhase(event, now) !== 'scheduled') return `target: ${event.state}`;
  return `${event.state} in ${countdownText(Date.parse(event.noticeDueAt) - now)}`;
}

function StateMenu() {
  return (
    <Menu>
      <Menu.Target>
        <Button acts className={styles.more} aria-label="Another target state">
          <Caret />
        </Button>
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
