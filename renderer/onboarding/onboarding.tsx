// The Deck's empty log: where to point an app, and the wait for its first request.
import { useStatus } from '../stores/status.ts';
import styles from './onboarding.module.css';
import { OtherMachines } from './other-machines.tsx';
import { Snippets } from './snippets.tsx';
import { Waiting } from './waiting.tsx';

const USUAL_ENDPOINT = 'http://127.0.0.1:1338';

export function Onboarding() {
  const endpoint = useStatus((store) => store.status?.endpoint ?? null);
  return (
    <section className={styles.page} aria-label="Point your app here">
      <div className={styles.box}>
        <div>
          <h1 className={styles.title}>Point your app here</h1>
          <p className={`dim ${styles.lead}`}>
            The AWS SDKs and the AWS CLI read one variable. Set it, start your app, and its requests appear in this
            place.
          </p>
        </div>
        <div>
          <Snippets endpoint={endpoint ?? USUAL_ENDPOINT} />
        </div>
        <Waiting listening={endpoint !== null} />
        <p className="dim">
          Then press <b className={styles.fire}>Interrupt now</b> on the left and watch who notices. <OtherMachines />
        </p>
      </div>
    </section>
  );
}
