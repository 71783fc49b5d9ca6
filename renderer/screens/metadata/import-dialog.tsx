// Takes an exported world from a file, chosen or dropped; says what is wrong with one that is refused.
import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { FileButton } from './file-button.tsx';
import styles from './metadata.module.css';
import { useFileDrop } from './use-file-drop.ts';
import { importWorld } from './world-file.ts';

type Refused = { name: string; lines: string[] };

export function ImportDialog({ onClose }: { onClose: () => void }) {
  const [refused, setRefused] = useState<Refused | null>(null);
  const take = async (file: File) => {
    const lines = await importWorld(file);
    if (lines.length === 0) onClose();
    else setRefused({ name: file.name, lines });
  };
  const drop = useFileDrop((file) => void take(file));
  return (
    <Modal
      opened
      onClose={onClose}
      closeButtonProps={{ 'aria-label': 'Close' }}
      title="Import a world"
      size={560}
      centered
    >
      <p className="dim">
        An exported world takes the place of this one, with its facts, overrides, options, events and audience. It can
        be undone. For a configuration file of AEMM use the command line:{' '}
        <code className="mono">metadeck import FILE</code>.
      </p>
      <div className={styles.drop} {...drop}>
        <FileButton words="Choose a file …" accept=".json,application/json" onFile={(file) => void take(file)} />
        <span className="dim">or drop one here</span>
      </div>
      {refused !== null && <Refusal {...refused} />}
      <div className={styles.answers}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </Modal>
  );
}

function Refusal({ name, lines }: Refused) {
  return (
    <div className={styles.refused} role="alert">
      <b>{name} was not imported; nothing changed.</b>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
