// A span of time, typed: Enter or leaving the field takes it, Esc takes it back; what is no span is said below it.
import { useId, useState } from 'react';
import { SPAN_HELP, spanFrom, spanShown } from '../words/span-input.ts';
import styles from './field.module.css';

type Props = { label: string; seconds: number; disabled?: boolean; onChange: (seconds: number) => void };

export function SpanField({ label, seconds, disabled = false, onChange }: Props) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const typed = draft === null ? seconds : spanFrom(draft);
  const take = () => {
    if (typed === null) return;
    if (draft !== null && typed !== seconds) onChange(typed);
    setDraft(null);
  };
  return (
    <span className={styles.field}>
      <input
        className={`${styles.input} ${styles.short} mono`}
        aria-label={label}
        aria-invalid={typed === null}
        aria-describedby={typed === null ? id : undefined}
        disabled={disabled}
        spellCheck={false}
        autoComplete="off"
        value={draft ?? spanShown(seconds)}
        onChange={(change) => setDraft(change.currentTarget.value)}
        onBlur={take}
        onKeyDown={(press) => {
          if (press.key === 'Enter') take();
          if (press.key === 'Escape') setDraft(null);
        }}
      />
      {typed === null && (
        <span id={id} role="alert" className={styles.wrong}>
          {SPAN_HELP}
        </span>
      )}
    </span>
  );
}
