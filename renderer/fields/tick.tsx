// A box to tick, with its words beside it.
import type { ReactNode } from 'react';
import styles from './field.module.css';

type Props = { checked: boolean; disabled?: boolean; onChange: (checked: boolean) => void; children: ReactNode };

export function Tick({ checked, disabled = false, onChange, children }: Props) {
  return (
    <label className={styles.tick}>
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(change) => onChange(change.currentTarget.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
