// One client in full: what it may see and why, its last requests, and the log of them all.
import { Button } from '../components/button.tsx';
import type { AudienceView } from '../../app/contract/events.ts';
import type { ClientView } from '../../app/contract/traffic.ts';
import { type Group, GROUPS } from '../../app/events/kinds.ts';
import { Ago } from '../components/ago.tsx';
import { showInLog } from '../components/client-filter.ts';
import { PathCell } from '../components/path-cell.tsx';
import { givePlace } from '../notices/actions.ts';
import { clockText } from '../words/time-text.ts';
import { useLog } from '../stores/log/log.ts';
import { go } from '../stores/view.ts';
import { useWorld } from '../stores/world.ts';
import { countText } from '../words/count-text.ts';
import styles from './clients.module.css';
import { ruleText } from './sees-text.ts';
import { shareText } from './share-text.ts';

const MOST_SHOWN = 8;

export function ClientDetail({ client }: { client: ClientView }) {
  const { address, agent, label } = client;
  return (
    <aside className={styles.detail} aria-label={`Client ${address}`}>
      <h2>
        <span className="mono">{address}</span> {label}
      </h2>
      <p className={`dim ${styles.agentLine}`}>{agent === '' ? 'It does not say what it is.' : agent}</p>
      <p className={`dim ${styles.agentLine}`}>
        {countText(client.requests, 'request')}, {shareText(client.v1Share)}, first seen <Ago at={client.firstSeen} />,
        last <Ago at={client.lastSeen} />
      </p>
      <h3>Sees events</h3>
      <Sees address={address} />
      <h3>Last requests</h3>
      <LastRequests address={address} />
      <div className={styles.actions}>
        <Button onClick={() => showInLog(address)}>Show all in the log</Button>
        <Button onClick={() => go('clients')}>Close</Button>
      </div>
    </aside>
  );
}

function Sees({ address }: { address: string }) {
  const audience = useWorld((world) => world.audience);
  if (audience === null) return null;
  return (
    <>
      <ul className={styles.sees}>
        {GROUPS.map((group) => (
          <GroupLine key={group} group={group} address={address} view={audience[group]} />
        ))}
      </ul>
      <Button kind="link" size="s" onClick={() => go('events')}>
        Who gets notices
      </Button>
    </>
  );
}

type LineProps = { group: Group; address: string; view: AudienceView[Group] };

function GroupLine({ group, address, view }: LineProps) {
  const holds = view.holders.some(({ client }) => client === address);
  return (
    <li>
      <span>{group}</span>
      <span className="dim">{ruleText(address, view)}</span>
      {view.rule.kind === 'first' && !holds && (
        <Button kind="link" size="s" onClick={() => void givePlace(group, address)}>
          give a place<span className="only-heard"> for {group} notices</span>
        </Button>
      )}
    </li>
  );
}

function LastRequests({ address }: { address: string }) {
  const rows = useLog((log) => log.window.rows);
  const last = rows.filter((row) => row.client === address && !row.panel).slice(-MOST_SHOWN);
  if (last.length === 0) return <p className="dim">None that the log still holds.</p>;
  return (
    <ul className={styles.last}>
      {last.reverse().map((row) => (
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
