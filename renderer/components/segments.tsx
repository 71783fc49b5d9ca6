// A choice of few, side by side: radio buttons underneath.
import { useId } from 'react';
import styles from './components.module.css';

type Props<T extends string> = {
  label: string;
  options: readonly { value: T; text: string }[];
  value: T;
  disabled?: boolean;
  onChange: (value: T) => void;
};

export function Segments<T extends string>({ label, options, value, disabled = false, onChange }: Props<T>) {
  const name = useId();
  return (
    <fieldset className={styles.segments} disabled={disabled} aria-label={label}>
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
