// What somebody should know, such as a damaged file that was moved aside; put away once read.
import { CloseButton } from '@mantine/core';
import { dismissWarnings, useStatus, warningKey } from '../stores/status.ts';
import styles from './shell.module.css';

export function Warnings() {
  const warnings = useStatus((store) => store.status?.warnings);
  const dismissed = useStatus((store) => store.dismissed);
  const shown = (warnings ?? []).filter((warning) => !dismissed.has(warningKey(warning)));
  return shown.map((warning) => (
    <section key={warningKey(warning)} className={styles.strip} aria-label="Warning">
      <span>{warning.text}</span>
      <CloseButton
        className={styles.end}
        size="sm"
        aria-label="Dismiss"
        onClick={() => dismissWarnings([warningKey(warning)])}
      />
    </section>
  ));
}
