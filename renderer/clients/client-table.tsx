// One row for each client, latest first. Its address opens it in full.
import { Button } from '../components/button.tsx';
import type { ClientView } from '../../app/contract/traffic.ts';
import { showInLog } from '../components/client-filter.ts';
import table from '../components/table.module.css';
import { useNow } from '../stores/clock.ts';
import { useLog } from '../stores/log/log.ts';
import { go } from '../stores/view.ts';
import { activityByClient } from './activity.ts';
import { COLUMNS, type ClientRow } from './client-columns.tsx';
import styles from './clients.module.css';

type Props = { clients: ClientView[]; open: string | null };

export function ClientTable({ clients, open }: Props) {
  const now = useNow();
  const rows = useLog((log) => log.window.rows);
  const activity = activityByClient(rows, now);
  return (
    <div className={table.scroll}>
      <table className={table.table} aria-label="Clients">
        <Head />
        <tbody>
          {clients.map((client) => (
            <Row
              key={`${client.instance} ${client.address}`}
              row={{ client, counts: activity.get(client.address) }}
              open={client.address === open}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head() {
  return (
    <thead>
      <tr>
        <th scope="col" className={styles.address}>
          address
        </th>
        {COLUMNS.map(({ title, head }) => (
          <th key={title} scope="col" className={head}>
            {title}
          </th>
        ))}
        <th scope="col" className={styles.act}>
          <span className="only-heard">actions</span>
        </th>
      </tr>
    </thead>
  );
}

function Row({ row, open }: { row: ClientRow; open: boolean }) {
  const { address } = row.client;
  return (
    <tr className={styles.client} data-open={open || undefined}>
      <th scope="row" className={table.data}>
        <Opener address={address} open={open} />
      </th>
      {COLUMNS.map(({ title, cells, hint, show }) => (
        <td key={title} className={cells} title={hint?.(row)}>
          {show(row)}
        </td>
      ))}
      <td className={styles.act}>
        <Button kind="link" size="s" aria-label={`Show ${address} in the log`} onClick={() => showInLog(address)}>
          in the log
        </Button>
      </td>
    </tr>
  );
}

function Opener({ address, open }: { address: string; open: boolean }) {
  return (
    <Button
      kind="name"
      className="cut"
      aria-expanded={open}
      title={address}
      onClick={() => go('clients', open ? null : address)}
    >
      {address}
    </Button>
  );
}
