// One card of the screen: its title in the colour of its kind, how it stands, and what is in it.
import { type ReactNode, useId } from 'react';
import type { Tag } from '../notices/tag.ts';
import styles from './events.module.css';

type Props = { title: string; tag?: Tag; state?: string; open?: boolean; children: ReactNode };

export function Panel({ title, tag, state, open = false, children }: Props) {
  const id = useId();
  return (
    <section className={styles.card} data-tag={tag} data-open={open || undefined} aria-labelledby={id}>
      <div className={styles.head}>
        {tag !== undefined && <span className={styles.mark} data-tag={tag} aria-hidden />}
        <h2 id={id}>{title}</h2>
        {state !== undefined && <span className={styles.state}>{state}</span>}
      </div>
      {children}
    </section>
  );
}
