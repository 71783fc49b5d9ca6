// The columns of the table of clients: what stands above each, what it shows of a client, and what it sorts by.
import type { ReactNode } from 'react';
import type { ClientView } from '../../app/contract/traffic.ts';
import { Ago } from '../components/ago.tsx';
import { PathCell } from '../components/path-cell.tsx';
import table from '../components/table.module.css';
import { agentName } from './agent-name.ts';
import { ClientLabel } from './client-label.tsx';
import styles from './clients.module.css';
import type { ClientRow, SortValue } from './order.ts';
import { seesText } from './sees-text.ts';
import { shareText } from './share-text.ts';
import { Sparkline } from './sparkline.tsx';
import { useDiagnosis } from './use-diagnosis.ts';

type Column = {
  title: string;
  /** Classes of the cell above, which gives the column its width, and of each cell below. */
  head: string | undefined;
  cells: string | undefined;
  sort: SortValue;
  /** What hovering over the cell says. */
  hint?: (row: ClientRow) => string;
  show: (row: ClientRow) => ReactNode;
};

/** The column that is the head of each row. */
export const ADDRESS: SortValue = ({ client }) => client.address;

/** The columns after the address. */
export const COLUMNS: readonly Column[] = [
  {
    title: 'label',
    head: styles.label,
    cells: `${styles.editable} ${styles.label}`,
    sort: ({ client }) => client.label ?? LAST,
    show: ({ client }) => <ClientLabel address={client.address} label={client.label} />,
  },
  {
    title: 'agent',
    head: styles.agent,
    cells: `${table.words} ${styles.agent}`,
    sort: ({ client }) => (client.agent === '' ? LAST : agentName(client.agent)),
    hint: ({ client }) => client.agent,
    show: ({ client }) => (client.agent === '' ? <span className="faint">not said</span> : agentName(client.agent)),
  },
  {
    title: 'sees interruptions',
    head: styles.sees,
    cells: `${table.words} ${styles.sees}`,
    sort: ({ client }) => seesText(client.sees.spot),
    hint: ({ client }) => seesText(client.sees.spot),
    show: ({ client }) => <SeesCell sees={client.sees.spot} />,
  },
  {
    title: 'how it asks',
    head: styles.diagnosis,
    cells: `${table.words} ${styles.diagnosis}`,
    sort: ({ client }) => client.diagnosis,
    show: ({ client }) => <Diagnosis client={client} />,
  },
  {
    title: 'last seen',
    head: styles.lastSeen,
    cells: `${table.words} ${styles.lastSeen}`,
    sort: ({ client }) => Date.parse(client.lastSeen),
    show: ({ client }) => <Ago at={client.lastSeen} />,
  },
  {
    title: 'requests',
    head: `${styles.requests} ${table.number}`,
    cells: `${table.data} ${table.number} ${styles.requests}`,
    sort: ({ client }) => client.requests,
    show: ({ client }) => client.requests.toLocaleString('en'),
  },
  {
    title: 'activity',
    head: styles.activity,
    cells: styles.activity,
    sort: ({ counts }) => (counts ?? []).reduce((sum, one) => sum + one, 0),
    show: ({ counts }) => <Sparkline counts={counts} />,
  },
  {
    title: 'tokens',
    head: styles.share,
    cells: `${table.words} ${styles.share}`,
    sort: ({ client }) => client.v1Share,
    hint: ({ client }) => `${Math.round((1 - client.v1Share) * 100)} % of its requests had a token`,
    show: ({ client }) => <Share v1Share={client.v1Share} />,
  },
  {
    title: 'last request',
    head: styles.latest,
    cells: `${table.data} ${styles.latest}`,
    sort: ({ client }) => client.lastTarget,
    show: ({ client }) => <PathCell target={client.lastTarget} />,
  },
];

/** After every letter. */
const LAST = '\uffff';

function SeesCell({ sees: { sees, reason } }: { sees: ClientView['sees']['spot'] }) {
  return (
    <>
      <b data-sees={sees} className={styles.verdict}>
        {sees ? 'yes' : 'no'}
      </b>
      <span className="dim">, {reason}</span>
    </>
  );
}

function Diagnosis({ client }: { client: ClientView }) {
  const said = useDiagnosis(client);
  return (
    <span className={styles.said} title={said}>
      {said}
    </span>
  );
}

function Share({ v1Share }: { v1Share: number }) {
  return <span className={v1Share >= 1 ? styles.badge : undefined}>{shareText(v1Share)}</span>;
}
