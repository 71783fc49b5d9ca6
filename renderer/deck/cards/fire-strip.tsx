// The folded column of buttons: what fires at once, each as an icon with its word.
import { Menu } from '@mantine/core';
import {
  IconBolt,
  IconLayoutSidebarLeftExpand,
  IconPlayerEject,
  IconRefresh,
  IconTools,
  IconX,
} from '@tabler/icons-react';
import type { ComponentProps, ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { runCommand } from '../../commands/dispatch.ts';
import { setLifecycleState } from '../../notices/actions.ts';
import { openSpot } from '../../notices/standing.ts';
import { FIRE_COLUMN } from '../../commands/panes.ts';
import { useNow } from '../../stores/clock.ts';
import { setFolded } from '../../stores/deck-view.ts';
import { useWorld } from '../../stores/world.ts';
import styles from './fire-strip.module.css';
import { MaintenanceItems } from './maintenance-card.tsx';
import { spotCountdown } from './spot-text.ts';

const ICON = { size: 18, stroke: 1.7, 'aria-hidden': true };

export function FireStrip() {
  return (
    <section id={FIRE_COLUMN} className={styles.strip} aria-label="Fire" tabIndex={-1}>
      <Spot />
      <Press acts label="Recommend a rebalance" word="Rebalance" onClick={() => runCommand('rebalance.fire')}>
        <IconRefresh {...ICON} />
      </Press>
      <Menu position="right-start">
        <Menu.Target>
          <Press acts label="Schedule maintenance" word="Maintain">
            <IconTools {...ICON} />
          </Press>
        </Menu.Target>
        <Menu.Dropdown>
          <MaintenanceItems />
        </Menu.Dropdown>
      </Menu>
      <Press acts label="Terminate in the group" word="Terminate" onClick={() => void setLifecycleState('Terminated')}>
        <IconPlayerEject {...ICON} />
      </Press>
      <Press label="Unfold the buttons" word="Unfold" className={styles.last} onClick={() => setFolded(false)}>
        <IconLayoutSidebarLeftExpand {...ICON} />
      </Press>
    </section>
  );
}

/** While an interruption is under way: its countdown, and Cancel not where Interrupt was. */
function Spot() {
  const now = useNow();
  const spot = openSpot(useWorld((world) => world.events) ?? []);
  if (spot === null) {
    return (
      <Press acts label="Interrupt now" word="Interrupt" data-spot="" onClick={() => runCommand('spot.interrupt')}>
        <IconBolt {...ICON} />
      </Press>
    );
  }
  const { words, text } = spotCountdown(spot, now);
  return (
    <>
      <div className={styles.count} title={words}>
        <span className="mono" role="timer" aria-label={words}>
          {text === '' ? 'passed' : text}
        </span>
      </div>
      <Press acts label="Cancel the interruption" word="Cancel" onClick={() => runCommand('spot.cancel')}>
        <IconX {...ICON} />
      </Press>
    </>
  );
}

type PressProps = ComponentProps<typeof Button> & {
  label: string;
  word: string;
  children: ReactNode;
  'data-spot'?: string;
};

function Press({ label, word, children, className, ...rest }: PressProps) {
  return (
    <Button aria-label={label} title={label} kind="stacked" className={`${styles.press} ${className ?? ''}`} {...rest}>
      {children}
      {word}
    </Button>
  );
}
