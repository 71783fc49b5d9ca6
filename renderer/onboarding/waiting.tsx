// The wait for the first request, and a way to send one.
import { PlainButton } from '../components/plain-button.tsx';
import { act } from '../control/control.ts';
import styles from './onboarding.module.css';

const FIRST_PATH = 'meta-data/instance-id';

export function Waiting({ listening }: { listening: boolean }) {
  return (
    <div className={styles.wait} role="status">
      <span className={styles.pulse} data-off={listening ? undefined : ''} aria-hidden />
      {listening ? 'Waiting for the first request' : 'Not listening: nothing can ask yet'}
      <PlainButton
        disabled={!listening}
        onClick={() => void act('server.probe', { path: FIRST_PATH, withToken: true })}
      >
        Send one for me
      </PlainButton>
    </div>
  );
}
