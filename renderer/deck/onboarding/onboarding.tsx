// In place of the log, while it is empty or when asked for: where to point an app, and the wait for its first request.
import { Button } from '../../components/button.tsx';
import { closeOnboarding } from '../../stores/onboarding.ts';
import { useStatus } from '../../stores/status.ts';
import { NoAddress } from './no-address.tsx';
import styles from './onboarding.module.css';
import { OtherMachines } from './other-machines.tsx';
import { Snippets } from './snippets.tsx';
import { Waiting } from './waiting.tsx';

/** `back`: there is a log to go back to. */
export function Onboarding({ back }: { back: boolean }) {
  const endpoint = useStatus((store) => store.status?.endpoint ?? null);
  return (
    <section className={styles.page} aria-label="Point your app here">
      <div className={styles.box}>
        <div>
          <h1 className={styles.title}>Point your app here</h1>
          <p className={`dim ${styles.lead}`}>
            The AWS SDKs and the AWS CLI read one variable, or{' '}
            <span className="mono">ec2_metadata_service_endpoint</span> in <span className="mono">~/.aws/config</span>.
            Set it, start your app, and its requests appear in this place.
          </p>
        </div>
        {/* Never an address that nobody listens on. */}
        {endpoint === null ? <NoAddress /> : <Snippets endpoint={endpoint} />}
        <Waiting listening={endpoint !== null} />
        <p className="dim">
          Then press <b className={styles.fire}>Interrupt now</b> on the left and watch who notices. <OtherMachines />
        </p>
        {back && (
          <Button className={styles.back} onClick={closeOnboarding}>
            Back to the log
          </Button>
        )}
      </div>
    </section>
  );
}
