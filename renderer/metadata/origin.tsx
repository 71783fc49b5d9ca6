// Where a value comes from, what an edit does to it, and who read it last.
import { Button } from '../components/button.tsx';
import type { MetadataItem } from '../../app/contract/metadata.ts';
import { clockText } from '../words/time-text.ts';
import { setFilter } from '../stores/log/log.ts';
import { labelOf, useTraffic } from '../stores/traffic.ts';
import { go } from '../stores/view.ts';
import styles from './pane.module.css';
import type { Read } from './paths/reads.ts';
import { useReads } from './tree/use-rows.ts';
import { countText } from '../words/count-text.ts';

export function Origin({ item }: { item: MetadataItem }) {
  const read = useReads().get(item.path);
  return (
    <dl className={styles.facts}>
      <dt>Last read</dt>
      <dd>
        {read === undefined ? (
          <span className="dim">by nobody in the log</span>
        ) : (
          <LastRead path={item.path} read={read} />
        )}
      </dd>
      {(item.source === 'fact' || item.source === 'override') && (
        <>
          <dt>Comes from</dt>
          <dd>
            <ComesFrom item={item} />
          </dd>
        </>
      )}
    </dl>
  );
}

function LastRead({ path, read }: { path: string; read: Read }) {
  const label = useTraffic((traffic) => labelOf(traffic.clients, read.client));
  const show = () => {
    setFilter(`path:${path}`);
    go('deck');
  };
  return (
    <>
      <span className="mono" title={new Date(read.at).toISOString()}>
        {clockText(read.at)}
      </span>{' '}
      by <span className="mono">{read.client}</span>
      {label === null ? '' : ` ${label}`} · {countText(read.times, 'time')} in the log,{' '}
      <Button kind="link" onClick={show}>
        show them
      </Button>
    </>
  );
}

/** A value that follows from others says so at its field. */
function ComesFrom({ item }: { item: MetadataItem }) {
  if (item.source === 'fact') {
    return (
      <>
        the fact <b>{item.fact}</b>; an edit changes it, and what follows from it
      </>
    );
  }
  if (!item.known) return <>an override: a path of your own. Reset removes it.</>;
  return (
    <>
      {item.present ? 'an override of this path alone' : 'an override that makes it answer 404'}
      {item.fact === undefined ? '' : `, in front of the fact ${item.fact}`}; Reset lifts it
    </>
  );
}
