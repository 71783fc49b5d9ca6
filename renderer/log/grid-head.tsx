// The names of the columns.
import styles from './log.module.css';

const COLUMNS = ['time', 'client', 'method', 'path', 'v', 'status', 'why', 'ms'] as const;
/** Said, but too wide to be shown above what it names. */
const ONLY_HEARD: ReadonlySet<string> = new Set(['method']);

export function GridHead() {
  return (
    <div className={`${styles.row} ${styles.head}`} role="row" aria-rowindex={1}>
      {COLUMNS.map((name) => (
        <span key={name} role="columnheader" className={name === 'ms' ? styles.wideOnly : undefined}>
          {ONLY_HEARD.has(name) ? <span className="only-heard">{name}</span> : name}
        </span>
      ))}
    </div>
  );
}
