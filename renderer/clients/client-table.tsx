// One row for each client, latest first. Its address opens it in full.
import type { ClientView } from '../../app/contract/traffic.ts';
import { Ago } from '../components/ago.tsx';
import { showInLog } from '../components/client-filter.ts';
import { PathCell } from '../components/path-cell.tsx';
import { ShareBar } from '../components/share-bar.tsx';
import table from '../components/table.module.css';
import { useNow } from '../stores/clock.ts';
import { useLog } from '../stores/log/log.ts';
import { go } from '../stores/view.ts';
import { useWorld } from '../stores/world.ts';
import { activityByClient } from './activity.ts';
import { agentName } from './agent-name.ts';
import { ClientLabel } from './client-label.tsx';
import styles from './clients.module.css';
import { Places } from './places.tsx';
import { seesText } from './sees-text.ts';
import { shareText } from './share-text.ts';
import { Sparkline } from './sparkline.tsx';

const COLUMNS = [
  { title: 'address', width: styles.address },
  { title: 'label', width: styles.label },
  { title: 'agent', width: styles.agent },
  { title: 'first seen', width: styles.first },
  { title: 'last seen', width: styles.lastSeen },
  { title: 'requests', width: `${styles.requests} ${table.number}` },
  { title: 'activity', width: styles.activity },
  { title: 'tokens', width: styles.share },
  { title: 'sees events', width: styles.seesEvents },
  { title: 'last request', width: styles.latest },
] as const;

type Props = { clients: ClientView[]; open: string | null };

export function ClientTable({ clients, open }: Props) {
  const now = useNow();
  const rows = useLog((log) => log.window.rows);
  const activity = activityByClient(rows, now);
  return (
    <div className={table.scroll}>
      <table className={table.table} aria-label="Clients">
        <thead>
          <tr>
            {COLUMNS.map(({ title, width }) => (
              <th key={title} scope="col" className={width}>
                {title}
              </th>
            ))}
            <th scope="col" className={styles.act}>
              <span className="only-heard">actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {clients.map((client) => (
            <ClientRow
              key={`${client.instance} ${client.address}`}
              client={client}
              open={client.address === open}
              counts={activity.get(client.address)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = { client: ClientView; open: boolean; counts: readonly number[] | undefined };

function ClientRow({ client, open, counts }: RowProps) {
  const { address, agent } = client;
  return (
    <tr className={styles.client} data-open={open || undefined}>
      <th scope="row" className={table.data}>
        <button
          type="button"
          className={styles.opener}
          aria-expanded={open}
          title={address}
          onClick={() => go('clients', open ? null : address)}
        >
          {address}
        </button>
      </th>
      <td className={`${styles.editable} ${styles.label}`}>
        <ClientLabel address={address} label={client.label} />
      </td>
      <td className={`${table.words} ${styles.agent}`} title={agent}>
        {agent === '' ? <span className="faint">not said</span> : agentName(agent)}
      </td>
      <td className={`${table.words} ${styles.first}`}>
        <Ago at={client.firstSeen} />
      </td>
      <td className={`${table.words} ${styles.lastSeen}`}>
        <Ago at={client.lastSeen} />
      </td>
      <td className={`${table.data} ${table.number}`}>{client.requests.toLocaleString('en')}</td>
      <td className={styles.activity}>
        <Sparkline counts={counts} />
      </td>
      <td className={`${table.words} ${styles.share}`}>
        <Share v1Share={client.v1Share} />
      </td>
      <td className={table.words}>
        <SeesCell client={client} />
      </td>
      <td className={`${table.data} ${styles.latest}`}>
        <PathCell target={client.lastTarget} />
      </td>
      <td className={styles.act}>
        <button
          type="button"
          className={table.action}
          aria-label={`Show ${address} in the log`}
          onClick={() => showInLog(address)}
        >
          in the log
        </button>
      </td>
    </tr>
  );
}

function SeesCell({ client }: { client: ClientView }) {
  const audience = useWorld((world) => world.audience);
  return (
    <span className={styles.groups}>
      {audience !== null && seesText(client.address, audience)}
      {client.places.length > 0 && <Places places={client.places} />}
    </span>
  );
}

/** The bar is the part with tokens. */
function Share({ v1Share }: { v1Share: number }) {
  return (
    <span className={styles.bar} title={`${Math.round((1 - v1Share) * 100)} % of its requests had a token`}>
      <ShareBar share={1 - v1Share} />
      <span className={v1Share >= 1 ? styles.badge : undefined}>{shareText(v1Share)}</span>
    </span>
  );
}
