// What differs from the preset: every path, with the preset's value and the one that is served.
import { Modal } from '@mantine/core';
import { Button } from '../../components/button.tsx';
import type { PathChange } from '../../../app/contract/answers.ts';
import styles from '../metadata.module.css';
import { revealPath, showAll, useMetadata } from '../paths/metadata-store.ts';
import { PathChanges } from '../paths/path-changes.tsx';
import { countText } from '../../words/count-text.ts';

export function CompareDialog({ preset, onClose }: { preset: string; onClose: () => void }) {
  const items = useMetadata((store) => store.items) ?? [];
  const changes = items
    .filter((item) => item.changed)
    .map((item): PathChange => ({ path: item.path, was: item.default, is: item.value }));
  const open = (path: string) => {
    onClose();
    showAll();
    revealPath(path);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      closeButtonProps={{ 'aria-label': 'Close' }}
      title={`Compared with preset ${preset}`}
      size={640}
      centered
    >
      <p className={styles.would}>{countText(changes.length, 'difference')}</p>
      {changes.length > 0 && (
        <div className={styles.wouldList}>
          <PathChanges changes={changes} onOpen={open} />
        </div>
      )}
      <div className={styles.answers}>
        <Button onClick={onClose}>Close</Button>
      </div>
    </Modal>
  );
}
