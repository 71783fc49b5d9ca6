// Tabs: a row of titles, of which one is open; arrow keys go from one to the next.
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { Button } from './button.tsx';
import styles from './tabs.module.css';

type Props<T extends string> = {
  label: string;
  tabs: readonly { id: T; title: string }[];
  open: T;
  onOpen: (id: T) => void;
  /** What stands at the end of the row. */
  end?: ReactNode;
  children: ReactNode;
};

export function Tabs<T extends string>({ label, tabs, open, onOpen, end, children }: Props<T>) {
  const id = useId();
  const step = (by: number) => {
    const next = tabs[(tabs.findIndex((tab) => tab.id === open) + by + tabs.length) % tabs.length];
    if (next === undefined) return;
    onOpen(next.id);
    document.getElementById(`${id}-${next.id}`)?.focus();
  };
  const onKeyDown = (press: KeyboardEvent) => {
    if (press.key === 'ArrowRight') step(1);
    if (press.key === 'ArrowLeft') step(-1);
  };
  return (
    <>
      <div className={styles.bar}>
        <div role="tablist" aria-label={label} className={styles.tabs} onKeyDown={onKeyDown}>
          {tabs.map((tab) => (
            <Button
              kind="bare"
              key={tab.id}
              id={`${id}-${tab.id}`}
              role="tab"
              aria-selected={tab.id === open}
              aria-controls={`${id}-panel`}
              tabIndex={tab.id === open ? 0 : -1}
              onClick={() => onOpen(tab.id)}
            >
              {tab.title}
            </Button>
          ))}
        </div>
        {end}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${open}`} className={styles.panel}>
        {children}
      </div>
    </>
  );
}
