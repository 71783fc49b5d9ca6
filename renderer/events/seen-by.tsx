// Ticks below an event: who has read its notice, how soon, and who has not yet.
import { Button } from '../components/button.tsx';
import type { EventView } from '../../app/contract/events.ts';
import { SeenMark } from '../components/seen-mark.tsx';
import { openPhase } from '../notices/standing.ts';
import { after } from '../../app/words.ts';
import { useClientLabels } from '../deck/filter/labels.ts';
import { go } from '../stores/view.ts';
import { useWorld } from '../stores/world.ts';
import styles from './events.module.css';
import { type SeenRow, seenRows } from './seen-rows.ts';

export function SeenBy({ event, now }: { event: EventView; now: number }) {
  const audience = useWorld((world) => world.audience);
  if (openPhase(event, now) === 'scheduled') return <p className={styles.hint}>The notice has not come yet.</p>;
  const rows = seenRows(event, audience);
  if (rows.length === 0) return <p className={styles.hint}>Nobody has read it yet.</p>;
  return (
    <ul className={styles.seen} aria-label="Seen by">
      {rows.map((row) => (
        <SeenLine key={row.client} row={row} />
      ))}
    </ul>
  );
}

function SeenLine({ row }: { row: SeenRow }) {
  const label = useClientLabels().get(row.client);
  const read = row.afterMs !== null;
  return (
    <li>
      <SeenMark seen={read} />
      <Button kind="name" className="mono" onClick={() => go('clients', row.client)}>
        {row.client}
      </Button>
      {label !== undefined && <span className="dim cut">{label}</span>}
      <span className={read ? `mono ${styles.after}` : 'dim'}>
        {row.afterMs === null ? 'not yet' : after(row.afterMs)}
      </span>
    </li>
  );
}
