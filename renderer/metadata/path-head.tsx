// Where a path lies, its name, and what it is.
import styles from './pane.module.css';
import type { TreeNode } from './paths/tree.ts';

export function PathHead({ node, about, since = null }: { node: TreeNode; about: string; since?: string | null }) {
  return (
    <header>
      <div className={styles.crumb}>/latest/{node.path.slice(0, -node.name.length)}</div>
      <h2 className={styles.name}>{node.name}</h2>
      <p className={styles.about}>
        {about}
        {since !== null && <span className={styles.since}> Since {since}.</span>}
      </p>
    </header>
  );
}
