// Credentials of one's own: written, served, and forgotten here; secrets are never legible.
import { useId, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { roleCredentials } from '../../../app/metadata/facts/role-credentials.ts';
import field from '../../fields/field.module.css';
import type { RolePatch } from '../paths/edits.ts';
import styles from './role-form.module.css';

const NAMES = ['accessKeyId', 'secretAccessKey', 'token', 'expiration'] as const;
type Name = (typeof NAMES)[number];
type Written = Record<Name, string>;

const EMPTY: Written = { accessKeyId: '', secretAccessKey: '', token: '', expiration: '' };
const LABELS: Written = {
  accessKeyId: 'AccessKeyId',
  secretAccessKey: 'SecretAccessKey',
  token: 'Token',
  expiration: 'Expiration',
};
const HINTS: Partial<Written> = { accessKeyId: 'ASIA…', expiration: 'always fresh, or such as 2030-01-01T00:00:00Z' };

export function GivenFields({ onGive }: { onGive: (patch: RolePatch) => Promise<boolean> }) {
  const [written, setWritten] = useState(EMPTY);
  const [problems, setProblems] = useState<Partial<Written>>({});
  const give = async () => {
    const read = readGiven(written);
    setProblems('problems' in read ? read.problems : {});
    if ('patch' in read && (await onGive(read.patch))) setWritten(EMPTY);
  };
  return (
    <form
      className={styles.fields}
      aria-label="Credentials given by hand"
      autoComplete="off"
      onSubmit={(submit) => {
        submit.preventDefault();
        void give();
      }}
    >
      {NAMES.map((name) => (
        <GivenField
          key={name}
          name={name}
          value={written[name]}
          problem={problems[name]}
          onWrite={(text) => {
            setWritten({ ...written, [name]: text });
            setProblems({ ...problems, [name]: undefined });
          }}
        />
      ))}
      <span />
      <div>
        <Button acts type="submit">
          Serve these
        </Button>
      </div>
    </form>
  );
}

type Props = { name: Name; value: string; problem: string | undefined; onWrite: (text: string) => void };

function GivenField({ name, value, problem, onWrite }: Props) {
  const id = useId();
  const isSecret = name === 'secretAccessKey' || name === 'token';
  return (
    <>
      <label htmlFor={id}>{LABELS[name]}</label>
      <span className={field.field}>
        <input
          id={id}
          type={isSecret ? 'password' : 'text'}
          className={`${field.input} mono`}
          aria-invalid={problem !== undefined}
          aria-describedby={problem === undefined ? undefined : `${id}-problem`}
          autoComplete={isSecret ? 'new-password' : 'off'}
          spellCheck={false}
          placeholder={HINTS[name]}
          value={value}
          onChange={(change) => onWrite(change.currentTarget.value)}
        />
        {problem !== undefined && (
          <span id={`${id}-problem`} role="alert" className={field.wrong}>
            {problem}
          </span>
        )}
      </span>
    </>
  );
}

type Read = { patch: RolePatch } | { problems: Partial<Written> };

function readGiven(written: Written): Read {
  const { expiration, ...own } = written;
  const parsed = roleCredentials.safeParse({
    kind: 'given',
    ...own,
    expiration: expiration === '' ? null : expiration,
  });
  if (parsed.success) return { patch: { roleCredentials: parsed.data } };
  return { problems: Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0]), message])) };
}
