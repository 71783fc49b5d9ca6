// The kind of an event in a word and its colour.
import type { Tag } from './tag.ts';
import styles from '../components/components.module.css';

export function TagChip({ tag }: { tag: Tag }) {
  return (
    <span className={styles.tag} data-tag={tag}>
      {tag}
    </span>
  );
}
