// Every path the instance answers, and its value: the tree on the left, the selected path on the right.
import { useEffect } from 'react';
import { useView } from '../stores/view.ts';
import { revealPath, showAll, useMetadata } from './paths/metadata-store.ts';
import { pullMetadata } from './paths/pull-metadata.ts';
import styles from './metadata.module.css';
import { PathPane } from './path-pane.tsx';
import { TreeSide } from './tree/tree-side.tsx';
import { useWorldChange } from './paths/use-world-change.ts';

export function MetadataScreen() {
  useWorldChange(pullMetadata);
  useLinkedPath();
  return (
    <div className={styles.screen}>
      <h1 className="only-heard">Metadata</h1>
      <TreeSide />
      <PathPane />
    </div>
  );
}

/** A link or the address may name a path. */
function useLinkedPath(): void {
  const subject = useView((view) => view.subject);
  useEffect(() => {
    const path = subject?.replace(/^\/+|\/+$/g, '') ?? '';
    if (path === '') return;
    if (path !== useMetadata.getState().selected) showAll();
    revealPath(path);
  }, [subject]);
}
