// The groups of notices that a client holds a place in.
import type { ClientView } from '../../app/contract/traffic.ts';
import styles from './clients.module.css';

export function Places({ places }: { places: ClientView['places'] }) {
  return (
    <span className={styles.groups}>
      {places.map((group) => (
        <span key={group} className={styles.group} data-group={group} title={`Holds a place for ${group} notices`}>
          {group}
        </span>
      ))}
    </span>
  );
}
