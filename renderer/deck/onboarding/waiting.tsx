// The wait for the first request, which turns into who asked for what; and a way to send one.
import { IconCheck } from '@tabler/icons-react';
import { Button } from '../../components/button.tsx';
import { act } from '../../control/control.ts';
import { clientText } from '../log/row-text.ts';
import { useLog } from '../../stores/log/log.ts';
import { requestsIn } from '../../stores/log/log-window.ts';
import styles from './onboarding.module.css';

const FIRST_PATH = 'meta-data/instance-id';

export function Waiting({ listening }: { listening: boolean }) {
  const last = useLog((log) => requestsIn(log.window.rows).at(-1));
  return (
    <div className={styles.wait} role="status">
      {last === undefined ? (
        <>
          <span className={styles.pulse} data-off={listening ? undefined : ''} aria-hidden />
          {listening ? 'Waiting for the first request' : 'Not listening: nothing can ask yet'}
        </>
      ) : (
        <>
          <IconCheck className={styles.came} size={16} stroke={2.2} aria-hidden />
          <span className="cut" title={last.target.slice(0, 2000)}>
            {clientText(last)} asked for <span className="mono">{last.target.slice(0, 200)}</span>
          </span>
        </>
      )}
      <Button
        acts
        disabled={!listening}
        onClick={() => void act('server.probe', { path: FIRST_PATH, withToken: true })}
      >
        Send one for me
      </Button>
    </div>
  );
}
