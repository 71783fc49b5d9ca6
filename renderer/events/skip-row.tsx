// Time moved on for events alone: to the notice, to the action, or by 90 seconds.
import { Button } from '../components/button.tsx';
import type { EventView } from '../../app/contract/events.ts';
import { commandOf, type CommandId } from '../../app/commands.ts';
import { runCommand } from '../commands/dispatch.ts';
import { isOpen, openPhase } from '../notices/standing.ts';
import styles from './events.module.css';

export function SkipRow({ events, now }: { events: readonly EventView[]; now: number }) {
  const open = events.filter(isOpen);
  const toNotice = open.some((event) => openPhase(event, now) === 'scheduled');
  const toAction = open.some((event) => event.actionDueAt !== null && openPhase(event, now) !== 'reached');
  return (
    <div className={styles.skips} role="group" aria-label="Skip ahead">
      <Skip id="spot.skip-to-notice" disabled={!toNotice} />
      <Skip id="spot.skip-to-action" disabled={!toAction} />
      <Skip id="spot.skip" disabled={!toNotice && !toAction} />
      <span className={styles.hint}>
        Skipping moves events on, not the clock: tokens and credentials keep their time.
      </span>
    </div>
  );
}

function Skip({ id, disabled }: { id: CommandId; disabled: boolean }) {
  return (
    <Button acts disabled={disabled} onClick={() => runCommand(id)}>
      {commandOf(id).title}
    </Button>
  );
}
