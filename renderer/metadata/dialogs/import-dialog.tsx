// Takes an exported world or an AEMM configuration; stays open while there is something to say about it.
import { Modal } from '@mantine/core';
import { Button } from '../../components/button.tsx';
import { useState } from 'react';
import { ImportDrop } from '../../world-file/import-drop.tsx';
import styles from '../metadata.module.css';
import { pullMetadata } from '../paths/pull-metadata.ts';

export function ImportDialog({ onClose }: { onClose: () => void }) {
  const [isDone, setDone] = useState(false);
  const imported = async (warnings: readonly string[]) => {
    setDone(true);
    await pullMetadata();
    if (warnings.length === 0) onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      closeButtonProps={{ 'aria-label': 'Close' }}
      title="Import a world"
      size={560}
      centered
    >
      <p className={styles.about}>
        An exported world, or a configuration of ec2-metadata-mock, takes the place of this one, with its facts,
        overrides, options, events and audience. It can be undone.
      </p>
      <ImportDrop words="Choose a file …" framed onImported={({ warnings }) => void imported(warnings)} />
      <div className={styles.answers}>
        <Button onClick={onClose}>{isDone ? 'Done' : 'Cancel'}</Button>
      </div>
    </Modal>
  );
}
