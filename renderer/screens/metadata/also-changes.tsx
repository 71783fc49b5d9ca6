// What else moved with the last edit of this path.
import type { PathChange } from '../../../app/contract/answers.ts';
import { revealPath, showAll, useMetadata } from './metadata-store.ts';
import { PathChanges } from './path-changes.tsx';
import styles from './pane.module.css';

export function AlsoChanges({ path }: { path: string }) {
  const lastEdit = useMetadata((store) => store.lastEdit);
  if (lastEdit?.path !== path) return null;
  const others: PathChange[] = lastEdit.changed.filter((change) => change.path !== path);
  if (others.length === 0) return null;
  return (
    <section className={styles.field} aria-label="Also changes">
      <b>Also changes</b>
      <PathChanges changes={others} onOpen={openPath} />
    </section>
  );
}

function openPath(path: string): void {
  showAll();
  revealPath(path);
}
