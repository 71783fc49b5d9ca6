// Scheduled maintenance: each active event with its times, to complete or to cancel; and a form for another.
import { Button } from '../components/button.tsx';
import type { EventView } from '../../app/contract/events.ts';
import { CANCEL_HINT } from '../notices/cancel-hint.ts';
import { cancelEvent, completeEvent } from '../notices/actions.ts';
import { type MaintenanceView, openMaintenance, openPhase } from '../notices/standing.ts';
import { dayText } from '../words/time-text.ts';
import styles from './events.module.css';
import { MaintenanceForm } from './maintenance-form.tsx';
import { Panel } from './panel.tsx';
import { SeenBy } from './seen-by.tsx';

export function MaintenancePanel({ events, now }: { events: readonly EventView[]; now: number }) {
  const active = openMaintenance(events);
  return (
    <Panel
      title="Scheduled maintenance"
      tag="maintenance"
      state={active.length === 0 ? 'none' : `${active.length} active`}
      open={active.length > 0}
    >
      {active.length > 0 && (
        <ul className={styles.list} aria-label="Active maintenance">
          {active.map((event) => (
            <Active key={event.id} event={event} now={now} />
          ))}
        </ul>
      )}
      <MaintenanceForm />
    </Panel>
  );
}

function Active({ event, now }: { event: MaintenanceView; now: number }) {
  const { id, code, notBefore, notAfter } = event;
  const begun = Date.parse(notBefore) <= now;
  return (
    <li>
      <div className={styles.row}>
        <b title={event.eventId}>{code}</b>
        <span className="dim">{begun ? 'due' : stateText(event, now)}</span>
        <Button acts kind="link" size="s" aria-label={`Complete ${code}`} onClick={() => void completeEvent(id)}>
          Complete
        </Button>
        <Button
          acts
          kind="link"
          size="s"
          title={CANCEL_HINT}
          aria-label={`Cancel ${code}`}
          onClick={() => void cancelEvent(id)}
        >
          Cancel
        </Button>
      </div>
      <div className={styles.hint} title={`${notBefore} to ${notAfter ?? 'no end'}`}>
        not before {dayText(Date.parse(notBefore), now)}
        {notAfter !== null && `, not after ${dayText(Date.parse(notAfter), now)}`}
      </div>
      {event.seenBy.length > 0 && <SeenBy event={event} now={now} />}
    </li>
  );
}

function stateText(event: MaintenanceView, now: number): string {
  return openPhase(event, now) === 'scheduled' ? 'scheduled' : 'active';
}
