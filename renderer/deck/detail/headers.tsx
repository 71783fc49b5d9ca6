// Headers in the order in which they came or went.
import type { LogEntryView } from '../../../app/contract/traffic.ts';
import styles from './detail.module.css';

export function Headers({ headers }: { headers: LogEntryView['requestHeaders'] }) {
  if (headers.length === 0) return <p className="faint">no headers</p>;
  const counted = headers.map(([name, value], index) => ({ key: `${name} ${index}`, name, value }));
  return (
    <dl className={`mono ${styles.headers}`}>
      {counted.map(({ key, name, value }) => (
        <div key={key} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
