// The line on top: whether it listens, what instance it is, what is under way.
import { EventBanner } from './event-banner.tsx';
import { InstanceBrief } from './instance-brief.tsx';
import styles from './shell.module.css';
import { StatusPill } from './status-pill.tsx';

export function Header() {
  return (
    <header className={styles.header}>
      <StatusPill />
      <InstanceBrief />
      <EventBanner />
    </header>
  );
}
