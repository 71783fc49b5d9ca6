// What differs from the preset: every path, with the preset's value and the one that is served.
import { Button } from '../../components/button.tsx';
import type { PathChange } from '../../../app/contract/answers.ts';
import { closeOverlay } from '../../stores/overlay.ts';
import { useStatus } from '../../stores/status.ts';
import { go } from '../../stores/view.ts';
import { countText } from '../../words/count-text.ts';
import styles from '../metadata.module.css';
import { revealPath, showAll, useMetadata } from '../paths/metadata-store.ts';
import { PathChanges } from '../paths/path-changes.tsx';
import { pullMetadata } from '../paths/pull-metadata.ts';
import { useWorldChange } from '../paths/use-world-change.ts';
import { Dialog } from './dialog.tsx';

export function CompareDialog() {
  const preset = useStatus((store) => store.status?.instance.preset ?? '');
  const items = useMetadata((store) => store.items);
  useWorldChange(pullMetadata);
  const changes = (items ?? [])
    .filter((item) => item.changed)
    .map((item): PathChange => ({ path: item.path, was: item.default, is: item.value }));
  return (
    <Dialog title={`Compared with preset ${preset}`}>
      <p className={styles.would}>{items === null ? 'Comparing …' : countText(changes.length, 'difference')}</p>
      {changes.length > 0 && (
        <div className={styles.wouldList}>
          <PathChanges changes={changes} onOpen={open} />
        </div>
      )}
      <div className={styles.answers}>
        <Button onClick={closeOverlay}>Close</Button>
      </div>
    </Dialog>
  );
}

function open(path: string): void {
  closeOverlay();
  go('metadata');
  showAll();
  revealPath(path);
}
