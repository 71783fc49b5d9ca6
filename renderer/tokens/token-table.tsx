// One row for each of the latest tokens, newest first.
import { useEffect, useRef } from 'react';
import { Button } from '../components/button.tsx';
import type { TokenView } from '../../app/contract/traffic.ts';
import { Ago } from '../components/ago.tsx';
import { PathCell } from '../components/path-cell.tsx';
import { ShareBar } from '../components/share-bar.tsx';
import table from '../components/table.module.css';
import { spanText } from '../words/time-text.ts';
import { useClientLabels } from '../deck/filter/labels.ts';
import { useNow } from '../stores/clock.ts';
import { useView } from '../stores/view.ts';
import { expireToken } from './expire.ts';
import { tokenAt } from './token-time.ts';
import styles from './tokens.module.css';

const SOON_SECONDS = 10;

export function TokenTable({ tokens }: { tokens: TokenView[] }) {
  const labels = useClientLabels();
  return (
    <div className={table.scroll}>
      <table className={`${table.table} ${styles.table}`} aria-label="Tokens">
        <thead>
          <tr>
            <th scope="col" className={styles.id}>
              id
            </th>
            <th scope="col" className={styles.client}>
              client
            </th>
            <th scope="col" className={styles.issued}>
              issued
            </th>
            <th scope="col" className={styles.left}>
              remaining
            </th>
            <th scope="col" className={`${styles.uses} ${table.number}`}>
              uses
            </th>
            <th scope="col" className={styles.path}>
              last path
            </th>
            <th scope="col" className={styles.state}>
              state
            </th>
            <th scope="col" className={styles.act}>
              <span className="only-heard">actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <TokenRow key={token.id} token={token} label={labels.get(token.client) ?? null} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TokenRow({ token, label }: { token: TokenView; label: string | null }) {
  const { state, remainingSeconds, share } = tokenAt(token, useNow());
  const subject = useView((view) => view.subject) === token.id;
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (subject) row.current?.scrollIntoView({ block: 'nearest' });
  }, [subject]);
  return (
    <tr
      ref={row}
      data-over={state !== 'valid' || undefined}
      aria-current={subject || undefined}
      className={styles.token}
    >
      <th scope="row" className={table.data} title={token.id}>
        {token.id.slice(0, 6)}
      </th>
      <td className={table.data} title={label ?? token.client}>
        {token.client}
        {label !== null && <span className={`dim ${styles.label}`}> {label}</span>}
      </td>
      <td className={table.words}>
        <Ago at={token.issuedAt} />
      </td>
      <td className={table.words} title={`TTL ${token.ttlSeconds} s`}>
        <span className={styles.bar}>
          <ShareBar share={share} />
          {state === 'valid' ? spanText(remainingSeconds * 1000) : '–'}
        </span>
      </td>
      <td className={`${table.data} ${table.number}`}>{token.uses}</td>
      <td className={table.data}>
        {token.lastPath === null ? (
          <span className="faint">not used yet</span>
        ) : (
          <PathCell target={`/latest/${token.lastPath}`} />
        )}
      </td>
      <td className={table.words}>
        <span className={styles.word} data-state={state}>
          {state}
        </span>
      </td>
      <td>
        <Expire id={token.id} over={state !== 'valid'} soon={remainingSeconds <= SOON_SECONDS} />
      </td>
    </tr>
  );
}

type ExpireProps = { id: string; over: boolean; soon: boolean };

/** At once, or soon enough to watch a client renew it in time. */
function Expire({ id, over, soon }: ExpireProps) {
  const name = id.slice(0, 6);
  return (
    <>
      <Button
        acts
        kind="link"
        size="s"
        disabled={over}
        aria-label={`Expire now: ${name}`}
        onClick={() => void expireToken(id)}
      >
        Expire now
      </Button>
      <Button
        acts
        kind="link"
        size="s"
        disabled={over || soon}
        aria-label={`Expire in ${SOON_SECONDS} s: ${name}`}
        onClick={() => void expireToken(id, SOON_SECONDS)}
      >
        Expire in {SOON_SECONDS} s
      </Button>
    </>
  );
}
