// What can be done with a request.
import type { LogEntryView } from '../../app/contract/traffic.ts';
import { PlainButton } from '../components/plain-button.tsx';
import { act } from '../control/control.ts';
import { withWord } from '../log/chips.ts';
import { setFilter, useLog } from '../stores/log.ts';
import { go } from '../stores/view.ts';
import styles from './detail.module.css';

export function EntryActions({ entry }: { entry: LogEntryView }) {
  const { path, client, sequence } = entry;
  const onlyClient = () => setFilter(withWord(useLog.getState().filter, `client:${client}`));
  return (
    <div className={styles.actions}>
      <PlainButton onClick={() => void act('server.probe', { replay: sequence })}>Replay</PlainButton>
      {path !== null && entry.method !== 'PUT' && (
        <PlainButton onClick={() => go('metadata', path)}>Open in Metadata</PlainButton>
      )}
      <PlainButton onClick={onlyClient}>Only this client</PlainButton>
    </div>
  );
}
