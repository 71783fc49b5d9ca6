// What was fired, when, by whom, how it stands, and who saw it. Newest first.
import { useEffect, useRef } from 'react';
import { Button } from '../components/button.tsx';
import type { EventView } from '../../app/contract/events.ts';
import { runCommand } from '../commands/dispatch.ts';
import table from '../components/table.module.css';
import { withdrawEvent } from '../notices/actions.ts';
import { isOpen, openPhase } from '../notices/standing.ts';
import { TAG_OF } from '../notices/tag.ts';
import { after } from '../../app/words.ts';
import { dayText } from '../words/time-text.ts';
import { useView } from '../stores/view.ts';
import styles from './events.module.css';
import { byText, PHASE_TEXT, whatText } from './phase-text.ts';

const COLUMNS = ['what', 'fired', 'by', 'state', 'seen by'] as const;

export function History({ events, now }: { events: readonly EventView[]; now: number }) {
  return (
    <section className={styles.history} aria-label="History">
      <div className={styles.head}>
        <h2>History</h2>
        <p className={styles.hint}>
          Cancel ends an event and keeps it here. Withdraw takes it away as if it had never been. Undo takes back what
          was done last, either of these too.
        </p>
        <Button
          acts
          className={styles.end}
          disabled={events.length === 0}
          onClick={() => runCommand('events.withdraw')}
        >
          Withdraw all
        </Button>
      </div>
      {events.length === 0 ? (
        <p className={styles.hint}>
          Nothing was fired yet. What is fired here, on the command line or over HTTP is listed.
        </p>
      ) : (
        <div className={styles.scroll}>
          <table className={`${table.table} ${styles.events}`} aria-label="Events fired">
            <thead>
              <tr>
                {COLUMNS.map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
                <th scope="col">
                  <span className="only-heard">actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {events.map((event) => (
                <EventRow key={event.id} event={event} now={now} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function EventRow({ event, now }: { event: EventView; now: number }) {
  const subject = useView((view) => view.subject) === event.id;
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (subject) row.current?.scrollIntoView({ block: 'nearest' });
  }, [subject]);
  const phase = isOpen(event) ? openPhase(event, now) : event.phase;
  return (
    <tr ref={row} className={styles.event} aria-current={subject || undefined}>
      <th scope="row">
        <span className={styles.mark} data-tag={TAG_OF[event.kind]} aria-hidden /> {whatText(event)}
      </th>
      <td title={event.firedAt}>{dayText(Date.parse(event.firedAt), now)}</td>
      <td>{byText(event.by)}</td>
      <td>{PHASE_TEXT[phase]}</td>
      <td className={table.data} title={seenText(event)}>
        {event.seenBy.length === 0 ? <span className="faint">nobody</span> : seenText(event)}
      </td>
      <td>
        <Button
          acts
          kind="link"
          size="s"
          aria-label={`Withdraw ${whatText(event)}`}
          title="Take it away without a trace, as if it had never been"
          onClick={() => void withdrawEvent(event.id, whatText(event))}
        >
          Withdraw
        </Button>
      </td>
    </tr>
  );
}

function seenText({ seenBy }: EventView): string {
  return seenBy.map(({ client, afterMs }) => `${client} ${after(afterMs)}`).join(', ');
}
