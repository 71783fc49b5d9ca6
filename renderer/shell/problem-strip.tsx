// Says why the data plane does not listen, and what can be done about it, in place.
import { Button } from '../components/button.tsx';
import type { Status } from '../../app/contract/server.ts';
import { useStatus } from '../stores/status.ts';
import { PortChoice } from './port-choice.tsx';
import { startServer } from '../control/server-actions.ts';
import styles from './shell.module.css';

export function ProblemStrip() {
  const problem = useStatus((store) => store.status?.problem ?? null);
  if (problem === null) return null;
  const { freePort } = problem;
  return (
    <section className={styles.strip} data-bad aria-label="Server problem" role="alert">
      <span>{problemText(problem)}</span>
      {freePort !== null && (
        <Button acts kind="primary" size="s" onClick={() => void startServer({ port: freePort })}>
          Use {freePort}
        </Button>
      )}
      <Button acts size="s" onClick={() => void startServer({ port: problem.port })}>
        Retry
      </Button>
      <PortChoice initial={freePort ?? problem.port} />
    </section>
  );
}

/** Who holds the port, where that is known; the server's own words otherwise. */
function problemText(problem: NonNullable<Status['problem']>): string {
  if (problem.code !== 'PORT_IN_USE' || problem.holder === null) return problem.message;
  return `Port ${problem.port} is used by ${problem.holder.name} (pid ${problem.holder.pid}).`;
}
