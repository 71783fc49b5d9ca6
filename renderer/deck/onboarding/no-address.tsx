// In place of the lines for an app, while nothing listens.
import { Button } from '../../components/button.tsx';
import { runCommand } from '../../commands/dispatch.ts';
import { useStatus } from '../../stores/status.ts';
import styles from './onboarding.module.css';

export function NoAddress() {
  const state = useStatus((store) => store.status?.state);
  return (
    <div className={styles.none}>
      <span>
        {state === 'failed'
          ? 'There is no address yet: the port is not free. Choose another above.'
          : 'There is no address yet: Metadeck does not listen.'}
      </span>
      {state === 'stopped' && (
        <Button acts onClick={() => runCommand('server.start')}>
          Start
        </Button>
      )}
    </div>
  );
}
