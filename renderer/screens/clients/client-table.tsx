// One row for each client, latest first.
import type { ClientView } from '../../../app/contract/traffic.ts';
import { Ago } from '../../components/ago.tsx';
import { showInLog } from '../../components/client-filter.ts';
import { PathCell } from '../../components/path-cell.tsx';
import { ShareBar } from '../../components/share-bar.tsx';
import table from '../../components/table.module.css';
import { agentName } from './agent-name.ts';
import { ClientLabel } from './client-label.tsx';
import styles from './clients.module.css';
import { Places } from './places.tsx';
import { shareText } from './share-text.ts';

const COLUMNS = [
  { title: 'address', width: styles.address },
  { title: 'label', width: styles.label },
  { title: 'agent', width: styles.agent },
  { title: 'first seen', width: styles.first },
  { title: 'last seen', width: styles.last },
  { title: 'requests', width: `${styles.requests} ${table.number}` },
  { title: 'tokens', width: styles.share },
  { title: 'places', width: styles.places },
  { title: 'last request', width: styles.latest },
] as const;

export function ClientTable({ clients }: { clients: ClientView[] }) {
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
            <ClientRow key={client.address} client={client} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ClientRow({ client }: { client: ClientView }) {
  return (
    <tr>
      <th scope="row" className={table.data} title={client.address}>
        {client.address}
      </th>
      <td className={styles.editable}>
        <ClientLabel address={client.address} label={client.label} />
      </td>
      <td className={table.words} title={client.agent}>
        {client.agent === '' ? <span className="faint">not said</span> : agentName(client.agent)}
      </td>
      <td className={`${table.words} ${styles.first}`}>
        <Ago at={client.firstSeen} />
      </td>
      <td className={table.words}>
        <Ago at={client.lastSeen} />
      </td>
      <td className={`${table.data} ${table.number}`}>{client.requests.toLocaleString('en')}</td>
      <td className={table.words}>
        <Share v1Share={client.v1Share} />
      </td>
      <td>
        <Places places={client.places} />
      </td>
      <td className={`${table.data} ${styles.latest}`}>
        <PathCell target={client.lastTarget} />
      </td>
      <td>
        <button type="button" className={table.action} onClick={() => showInLog(client.address)}>
          show in the log
        </button>
      </td>
    </tr>
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
