// One client under "Who gets notices".
import { Button } from '../../components/button.tsx';
import type { ClientView } from '../../../app/contract/traffic.ts';
import { SeenMark } from '../../components/seen-mark.tsx';
import { givePlace } from '../../notices/actions.ts';
import { afterText } from '../../words/time-text.ts';
import { labelOf } from '../../stores/traffic.ts';
import { go } from '../../stores/view.ts';
import type { AudienceRow } from './audience-rows.ts';
import styles from './fire.module.css';

export function AudienceRowLine({ row, clients }: { row: AudienceRow; clients: ClientView[] | null }) {
  const label = labelOf(clients, row.client);
  return (
    <li>
      <SeenMark seen={row.standing === 'seen'} />
      <Button
        kind="link"
        size="s"
        className="mono"
        style={{ color: 'inherit' }}
        onClick={() => go('clients', row.client)}
      >
        {row.client}
      </Button>
      <span className="dim cut">{row.standing === 'late' ? 'too late' : label}</span>
      <RowEnd row={row} />
    </li>
  );
}

function RowEnd({ row }: { row: AudienceRow }) {
  if (row.standing === 'late') {
    return (
      <Button
        acts
        kind="link"
        size="s"
        className={styles.end}
        aria-label={`give place to ${row.client}`}
        onClick={() => void givePlace(row.group, row.client)}
      >
        give place
      </Button>
    );
  }
  if (row.afterMs === null) return <span className={`dim ${styles.end}`}>not yet</span>;
  return <span className={`mono ${styles.end} ${styles.after}`}>{afterText(row.afterMs)}</span>;
}
