// A card of one line: what it is, how it stands, and its button.
import type { ReactNode } from 'react';
import type { Tag } from '../../notices/tag.ts';
import styles from './fire.module.css';

type Props = {
  tag: Tag;
  title: string;
  icon: ReactNode;
  said: ReactNode;
  /** Stands beside the title: what can be done about what is said. */
  beside?: ReactNode;
  actions: ReactNode;
  children?: ReactNode;
};

export function SmallCard({ tag, title, icon, said, beside, actions, children }: Props) {
  return (
    <section className={`${styles.card} ${styles.small}`} aria-label={title}>
      <span className={styles.icon} data-tag={tag} aria-hidden>
        {icon}
      </span>
      <div>
        <div className={styles.head}>
          <h2>{title}</h2>
          {beside}
        </div>
        <div className={`cut ${styles.said}`}>{said}</div>
      </div>
      <div className={styles.actions}>{actions}</div>
      {children}
    </section>
  );
}
