// A line of text that is taken by Enter or on leaving the field; what breaks its rule is said below it and not taken.
import { useId, useState } from 'react';
import field from './field.module.css';

type Props = {
  label: string;
  value: string;
  /** A sentence that says what is wrong, or null. */
  check: (typed: string) => string | null;
  onTake: (typed: string) => void;
  wide?: boolean;
  placeholder?: string;
};

export function TextField({ label, value, check, onTake, wide = false, placeholder }: Props) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const wrong = draft === null ? null : check(draft.trim());
  const take = () => {
    if (draft === null || wrong !== null) return;
    if (draft.trim() !== value) onTake(draft.trim());
    setDraft(null);
  };
  return (
    <span className={field.field}>
      <input
        className={`${field.input} ${wide ? '' : field.short} mono`}
        aria-label={label}
        aria-invalid={wrong !== null}
        aria-describedby={wrong === null ? undefined : id}
        placeholder={placeholder}
        spellCheck={false}
        autoComplete="off"
        value={draft ?? value}
        onChange={(change) => setDraft(change.currentTarget.value)}
        onBlur={take}
        onKeyDown={(press) => {
          if (press.key === 'Enter') take();
          if (press.key === 'Escape') setDraft(null);
        }}
      />
      {wrong !== null && (
        <span id={id} role="alert" className={field.wrong}>
          {wrong}
        </span>
      )}
    </span>
  );
}
