// One client under "Who gets notices".
import { Button } from '../../components/button.tsx';
import type { ClientView } from '../../../app/contract/traffic.ts';
import { SeenMark } from '../../components/seen-mark.tsx';
import { GivePlace } from '../../notices/give-place.tsx';
import { after } from '../../../app/words.ts';
import { labelOf } from '../../stores/traffic.ts';
import { go } from '../../stores/view.ts';
import { type AudienceRow, everyText } from './audience-rows.ts';
import styles from './fire.module.css';

type Props = { row: AudienceRow; clients: ClientView[] | null; yields: string | null };

export function AudienceRowLine({ row, clients, yields }: Props) {
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
      <RowEnd row={row} yields={yields} />
    </li>
  );
}

function RowEnd({ row, yields }: Omit<Props, 'clients'>) {
  if (row.standing === 'late')
    return <GivePlace group={row.group} client={row.client} from={yields} className={styles.end} />;
  if (row.standing === 'asking') return <span className={`dim ${styles.end}`}>{everyText(row.everyMs)}</span>;
  if (row.afterMs === null) return <span className={`dim ${styles.end}`}>not yet</span>;
  return <span className={`mono ${styles.end} ${styles.after}`}>{after(row.afterMs)}</span>;
}
