// The name of a client, edited in place: Enter or leaving the field keeps it, Esc takes it back.
import { useState } from 'react';
import { act } from '../control/control.ts';
import { pullClients } from '../control/pull-traffic.ts';
import styles from './clients.module.css';

const LONGEST = 80;

type Props = { address: string; label: string | null };

export function ClientLabel({ address, label }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const keep = async () => {
    const wanted = draft?.trim() ?? '';
    if (draft !== null && wanted !== (label ?? '')) {
      await act('clients.patch', { address, label: wanted === '' ? null : wanted });
      await pullClients();
    }
    setDraft(null);
  };
  const onKey = (press: React.KeyboardEvent<HTMLInputElement>) => {
    if (press.key !== 'Enter' && press.key !== 'Escape') return;
    press.preventDefault();
    press.stopPropagation();
    if (press.key === 'Enter') void keep();
    else setDraft(null);
  };
  return (
    <input
      className={styles.name}
      aria-label={`Label of ${address}`}
      placeholder="name it"
      maxLength={LONGEST}
      spellCheck={false}
      autoComplete="off"
      value={draft ?? label ?? ''}
      onChange={(change) => setDraft(change.currentTarget.value)}
      onBlur={() => void keep()}
      onKeyDown={onKey}
    />
  );
}
