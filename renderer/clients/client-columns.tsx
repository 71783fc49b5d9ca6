// The columns of the table of clients: what stands above each, and what it shows of a client.
import type { ReactNode } from 'react';
import type { ClientView } from '../../app/contract/traffic.ts';
import { Ago } from '../components/ago.tsx';
import { PathCell } from '../components/path-cell.tsx';
import { ShareBar } from '../components/share-bar.tsx';
import table from '../components/table.module.css';
import { useWorld } from '../stores/world.ts';
import { agentName } from './agent-name.ts';
import { ClientLabel } from './client-label.tsx';
import styles from './clients.module.css';
import { Places } from './places.tsx';
import { seesText } from './sees-text.ts';
import { shareText } from './share-text.ts';
import { Sparkline } from './sparkline.tsx';

/** A client, and how many requests it made in each part of the last minutes. */
export type ClientRow = { client: ClientView; counts: readonly number[] | undefined };

type Column = {
  title: string;
  /** Classes of the cell above, which gives the column its width, and of each cell below. */
  head: string | undefined;
  cells: string | undefined;
  /** What hovering over the cell says. */
  hint?: (row: ClientRow) => string;
  show: (row: ClientRow) => ReactNode;
};

/** The columns after the address, which is the head of each row. */
export const COLUMNS: readonly Column[] = [
  {
    title: 'label',
    head: styles.label,
    cells: `${styles.editable} ${styles.label}`,
    show: ({ client }) => <ClientLabel address={client.address} label={client.label} />,
  },
  {
    title: 'agent',
    head: styles.agent,
    cells: `${table.words} ${styles.agent}`,
    hint: ({ client }) => client.agent,
    show: ({ client }) => (client.agent === '' ? <span className="faint">not said</span> : agentName(client.agent)),
  },
  {
    title: 'first seen',
    head: styles.first,
    cells: `${table.words} ${styles.first}`,
    show: ({ client }) => <Ago at={client.firstSeen} />,
  },
  {
    title: 'last seen',
    head: styles.lastSeen,
    cells: `${table.words} ${styles.lastSeen}`,
    show: ({ client }) => <Ago at={client.lastSeen} />,
  },
  {
    title: 'requests',
    head: `${styles.requests} ${table.number}`,
    cells: `${table.data} ${table.number}`,
    show: ({ client }) => client.requests.toLocaleString('en'),
  },
  {
    title: 'activity',
    head: styles.activity,
    cells: styles.activity,
    show: ({ counts }) => <Sparkline counts={counts} />,
  },
  {
    title: 'tokens',
    head: styles.share,
    cells: `${table.words} ${styles.share}`,
    show: ({ client }) => <Share v1Share={client.v1Share} />,
  },
  {
    title: 'sees events',
    head: styles.seesEvents,
    cells: table.words,
    show: ({ client }) => <SeesCell client={client} />,
  },
  {
    title: 'last request',
    head: styles.latest,
    cells: `${table.data} ${styles.latest}`,
    show: ({ client }) => <PathCell target={client.lastTarget} />,
  },
];

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
