// Lets a page in that has no valid token: with the address that Metadeck printed, or the token alone.
import { useId, useState } from 'react';
import { Button } from '../components/button.tsx';
import { keepToken } from '../control/carrier/address.ts';
import field from '../fields/field.module.css';
import { useConnection } from '../stores/connection.ts';
import { readPasted } from '../stores/pasted.ts';
import styles from './shell.module.css';

export function TokenField() {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const comeIn = (submitted: React.SyntheticEvent) => {
    submitted.preventDefault();
    setProblem(problemOf(typed));
  };
  return (
    <form className={styles.port} onSubmit={comeIn}>
      <span className={field.field}>
        <input
          className={`${field.input} mono`}
          type="password"
          aria-label="Address or token"
          placeholder="Address or token"
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : id}
          autoComplete="off"
          value={typed}
          onChange={(change) => setTyped(change.currentTarget.value)}
        />
        {problem !== null && (
          <span id={id} role="alert" className={field.wrong}>
            {problem}
          </span>
        )}
      </span>
      <Button type="submit" disabled={typed.trim() === ''}>
        Connect
      </Button>
    </form>
  );
}

/** Comes in with what was pasted; what was wrong with it, or null. */
function problemOf(typed: string): string | null {
  const pasted = readPasted(typed, location.origin);
  if ('problem' in pasted) return pasted.problem;
  keepToken(pasted.token);
  useConnection.getState().tryAgain();
  return null;
}
