// One client in full: how it asks, what it may see and why, how far it is, its last requests, and the log of them all.
import { Button } from '../components/button.tsx';
import type { ClientView } from '../../app/contract/traffic.ts';
import { type Group, GROUPS } from '../../app/events/kinds.ts';
import { Ago } from '../components/ago.tsx';
import { showInLog } from '../components/client-filter.ts';
import { PathCell } from '../components/path-cell.tsx';
import { GivePlace } from '../notices/give-place.tsx';
import { clockText } from '../words/time-text.ts';
import { useLog } from '../stores/log/log.ts';
import { requestsIn } from '../stores/log/log-window.ts';
import { useStatus } from '../stores/status.ts';
import { go } from '../stores/view.ts';
import { useWorld } from '../stores/world.ts';
import { countText } from '../words/count-text.ts';
import styles from './clients.module.css';
import { HeldSets } from './held-sets.tsx';
import { HopsField } from './hops-field.tsx';
import { seesText } from './sees-text.ts';
import { shareText } from './share-text.ts';
import { useDiagnosis } from './use-diagnosis.ts';

const MOST_SHOWN = 8;

type Props = { client: ClientView; ofSeveral: boolean };

export function ClientDetail({ client, ofSeveral }: Props) {
  const { address, label, instance } = client;
  return (
    <aside className={styles.detail} aria-label={`Client ${address}`}>
      <h2>
        <span className="mono">{address}</span> {label}
      </h2>
      <Facts client={client} ofSeveral={ofSeveral} />
      <h3>How it asks</h3>
      <Said client={client} />
      <h3>Sees events</h3>
      <Sees client={client} />
      <h3>Credentials</h3>
      <HeldSets client={client} />
      <h3>Hops</h3>
      <HopsField client={client} />
      <h3>Last requests</h3>
      <LastRequests client={client} />
      <div className={styles.actions}>
        <Button onClick={() => showInLog(address, ofSeveral ? instance : undefined)}>Show all in the log</Button>
        <Button onClick={() => go('clients')}>Close</Button>
      </div>
    </aside>
  );
}

function Facts({ client, ofSeveral }: Props) {
  const { agent, instance, requests, v1Share, firstSeen, lastSeen } = client;
  return (
    <>
      <p className={`dim ${styles.agentLine}`}>{agent === '' ? 'It does not say what it is.' : agent}</p>
      <p className={`dim ${styles.agentLine}`}>
        {countText(requests, 'request')}
        {ofSeveral && ` to ${instance}`}, {shareText(v1Share)}, first seen <Ago at={firstSeen} />, last{' '}
        <Ago at={lastSeen} />
      </p>
    </>
  );
}

function Said({ client }: { client: ClientView }) {
  return <p className={styles.agentLine}>{useDiagnosis(client)}</p>;
}

function Sees({ client }: { client: ClientView }) {
  return (
    <>
      <ul className={styles.groups}>
        {GROUPS.map((group) => (
          <GroupLine key={group} group={group} client={client} />
        ))}
      </ul>
      <Button kind="link" size="s" onClick={() => go('events')}>
        Who gets notices
      </Button>
    </>
  );
}

function GroupLine({ group, client }: { group: Group; client: ClientView }) {
  const { address, instance, sees, places } = client;
  const first = useStatus((store) => store.status?.instance.name);
  const yields = useWorld((world) => world.audience?.[group].yields ?? null);
  // Places are known here of the first instance alone.
  const from = instance === first ? yields : null;
  const byPlaces = sees[group].byPlaces && !places.includes(group);
  return (
    <li>
      <span>{group}</span>
      <span className="dim">{seesText(sees[group])}</span>
      {byPlaces && <GivePlace group={group} client={address} from={from} instance={instance} />}
    </li>
  );
}

function LastRequests({ client: { address, instance } }: { client: ClientView }) {
  const rows = useLog((log) => requestsIn(log.window.rows));
  const own = rows.filter((row) => row.client === address && row.instance === instance && !row.panel);
  if (own.length === 0) return <p className="dim">None that the log still holds.</p>;
  return (
    <ul className={styles.last}>
      {own
        .slice(-MOST_SHOWN)
        .reverse()
        .map((row) => (
          <li key={row.sequence}>
            <span className="mono dim">{clockText(Date.parse(row.at))}</span>
            <span className="mono cut">
              {row.method} <PathCell target={row.target} />
            </span>
            <span className="mono">{row.status ?? 'none'}</span>
          </li>
        ))}
    </ul>
  );
}
