// Which sets of credentials clients get, when the next ones come, and the next ones now.
import { useState } from 'react';
import type { CredentialsView, SetView } from '../../../app/contract/credentials.ts';
import { Button } from '../../components/button.tsx';
import { runCommand } from '../../commands/dispatch.ts';
import { SpanField } from '../../fields/span-field.tsx';
import { useNow } from '../../stores/clock.ts';
import { expirationText } from '../../words/expiration-text.ts';
import { countdownText } from '../../words/time-text.ts';
import pane from '../pane.module.css';
import { changeRole } from '../paths/edits.ts';
import styles from './role-form.module.css';
import { useCredentials } from './use-credentials.ts';

/** `of` is whose sets are listed; they are all renewed at the same time. */
type Props = { path: string; of: SetView['of'] };

export function CredentialSets({ path, of }: Props) {
  const credentials = useCredentials();
  if (credentials === null) return null;
  return (
    <section className={pane.field} aria-label="Sets of credentials">
      <b>Sets of credentials</b>
      <ul className={styles.sets}>
        {credentials.sets
          .filter((set) => set.of === of)
          .map((set) => (
            <SetLine key={set.accessKeyId} set={set} />
          ))}
      </ul>
      <Renewal path={path} credentials={credentials} />
    </section>
  );
}

const WHO_GETS = { v1: 'without a token (IMDSv1)', v2: 'with a token (IMDSv2)' } as const;

function SetLine({ set: { imds, accessKeyId, expiration } }: { set: SetView }) {
  const now = useNow();
  return (
    <li>
      <span>{imds === null ? 'every request' : WHO_GETS[imds]}</span>
      <span className="mono">{accessKeyId}</span>
      <span className="dim">{expirationText(expiration, now)}</span>
    </li>
  );
}

function Renewal({ path, credentials }: { path: string; credentials: CredentialsView }) {
  const { number, everySeconds, nextAt } = credentials;
  const now = useNow();
  const [problem, setProblem] = useState<string | null>(null);
  const change = async (seconds: number) => setProblem(await changeRole(path, { credentialRotationSeconds: seconds }));
  return (
    <>
      <p className="dim">
        Set {number}. The next one comes in <span className="mono">{countdownText(Date.parse(nextAt) - now)}</span>; an
        old one stays usable until it expires.
      </p>
      <div className={pane.line}>
        <Button acts onClick={() => runCommand('credentials.rotate')}>
          Next set now
        </Button>
        <span>every</span>
        <SpanField label="A new set every" seconds={everySeconds} onChange={(seconds) => void change(seconds)} />
      </div>
      {problem !== null && (
        <p className={pane.problem} role="alert">
          {problem}
        </p>
      )}
    </>
  );
}
