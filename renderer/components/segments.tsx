// A choice of few, side by side: radio buttons underneath.
import { useId } from 'react';
import { useConnection } from '../stores/connection.ts';
import styles from './components.module.css';

type Props<T extends string> = {
  label: string;
  options: readonly { value: T; text: string }[];
  value: T;
  disabled?: boolean;
  /** As of a button: what it changes is the server's. */
  acts?: boolean;
  onChange: (value: T) => void;
};

export function Segments<T extends string>({
  label,
  options,
  value,
  disabled = false,
  acts = false,
  onChange,
}: Props<T>) {
  const name = useId();
  const gone = useConnection((connection) => acts && connection.gone);
  return (
    <fieldset className={styles.segments} disabled={disabled || gone} aria-label={label}>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            className="only-heard"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.text}</span>
        </label>
      ))}
    </fieldset>
  );
}
