// What a preset would change, before it is applied.
import { Button, Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { PathChange } from '../../../app/contract/answers.ts';
import type { PresetName } from '../../../app/metadata/preset-names.ts';
import { act } from '../../control/control.ts';
import { tellWithUndo } from '../../stores/toasts.tsx';
import { undoStep } from './edits.ts';
import styles from './metadata.module.css';
import { pullMetadata } from './metadata-store.ts';
import { PathChanges } from './path-changes.tsx';
import { countText } from './words.ts';

type Props = { preset: { name: PresetName; doc: string }; onClose: () => void };

export function PresetDialog({ preset, onClose }: Props) {
  const changes = useWouldChange(preset.name);
  const apply = async () => {
    const applied = await act('presets.apply', { name: preset.name });
    if (applied === null) return;
    await pullMetadata();
    tellWithUndo(`Applied preset ${preset.name}`, () => void undoStep(`applied preset ${preset.name}`));
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={`Apply preset ${preset.name}`} size={640} centered>
      <p className="dim">{preset.doc}</p>
      <p className={styles.would}>
        {changes === null ? 'Comparing …' : `${countText(changes.length, 'path')} would change; events stay.`}
      </p>
      {changes !== null && changes.length > 0 && (
        <div className={styles.wouldList}>
          <PathChanges changes={changes} />
        </div>
      )}
      <div className={styles.answers}>
        <Button variant="default" onClick={onClose}>
          Leave it
        </Button>
        <Button data-autofocus disabled={changes === null} onClick={() => void apply()}>
          Apply {preset.name}
        </Button>
      </div>
    </Modal>
  );
}

function useWouldChange(name: PresetName): PathChange[] | null {
  const [changes, setChanges] = useState<PathChange[] | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void act('presets.apply', { name, dryRun: true }).then((result) => {
      if (isCurrent && result !== null) setChanges(result.changed);
      return undefined;
    });
    return () => {
      isCurrent = false;
    };
  }, [name]);
  return changes;
}
