// The code and message of a failure; each is served on Enter or on leaving it.
import { roleCredentials } from '../../../app/metadata/facts/role-credentials.ts';
import { TextField } from '../../fields/text-field.tsx';
import type { RolePatch } from '../paths/edits.ts';
import type { RoleFacts } from './role-facts.ts';
import styles from './role-form.module.css';

type Props = { facts: RoleFacts; onChange: (patch: RolePatch) => Promise<boolean> };

export function FailureFields({ facts: { roleCredentials: kept }, onChange }: Props) {
  if (kept.kind !== 'failure') return null;
  const { code, message } = kept;
  const change = (next: { code?: string; message?: string | null }) =>
    void onChange({ roleCredentials: { kind: 'failure', code, message, ...next } });
  return (
    <div className={styles.fields}>
      <span>Code</span>
      <TextField label="Code" wide value={code} check={codeProblem} onTake={(typed) => change({ code: typed })} />
      <span>Message</span>
      <TextField
        label="Message"
        wide
        value={message ?? ''}
        placeholder="the usual one"
        check={messageProblem}
        onTake={(typed) => change({ message: typed === '' ? null : typed })}
      />
    </div>
  );
}

function codeProblem(code: string): string | null {
  return problemOf({ kind: 'failure', code });
}

function messageProblem(message: string): string | null {
  return message === '' ? null : problemOf({ kind: 'failure', code: 'Failed', message });
}

function problemOf(failure: { kind: 'failure'; code: string; message?: string }): string | null {
  return roleCredentials.safeParse(failure).error?.issues[0]?.message ?? null;
}
