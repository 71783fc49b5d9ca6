// One of several values, from the system's own list.
import styles from './field.module.css';

type Props<T extends string> = {
  label: string;
  options: readonly { value: T; text: string }[];
  value: T;
  disabled?: boolean;
  onChange: (value: T) => void;
};

export function Pick<T extends string>({ label, options, value, disabled = false, onChange }: Props<T>) {
  return (
    <select
      className={styles.input}
      aria-label={label}
      disabled={disabled}
      value={value}
      onChange={(change) => {
        const chosen = options.find((option) => option.value === change.currentTarget.value);
        if (chosen !== undefined) onChange(chosen.value);
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </select>
  );
}
