// What a preset would change, before it is applied.
import { useEffect, useState } from 'react';
import type { Output } from '../../../app/contract/contract.ts';
import type { PresetName } from '../../../app/metadata/presets/names.ts';
import { Button } from '../../components/button.tsx';
import { tellWithUndo } from '../../components/toasts.tsx';
import { act } from '../../control/control.ts';
import { closeOverlay, useOverlay } from '../../stores/overlay.ts';
import { AEMM_EXCEPTIONS } from '../../world-file/import-words.ts';
import { undoStep } from '../paths/edits.ts';
import styles from '../metadata.module.css';
import { pullMetadata } from '../paths/pull-metadata.ts';
import { Dialog } from './dialog.tsx';
import { WouldList } from './would-list.tsx';

export function PresetDialog() {
  const name = useOverlay((overlay) => overlay.preset);
  const { doc, changes } = useWouldChange(name);
  const apply = async () => {
    const applied = await act('presets.apply', { name });
    if (applied === null) return;
    await pullMetadata();
    tellWithUndo(`Applied preset ${name}`, () => void undoStep(`applied preset ${name}`));
    closeOverlay();
  };
  return (
    <Dialog title={`Apply preset ${name}`}>
      <p className="dim">{doc}</p>
      {name === 'aemm' && <p className="dim">{AEMM_EXCEPTIONS}</p>}
      {changes === null ? <p className={styles.would}>Comparing …</p> : <WouldList would={changes} />}
      <div className={styles.answers}>
        <Button onClick={closeOverlay}>Cancel</Button>
        <Button acts kind="primary" data-autofocus disabled={changes === null} onClick={() => void apply()}>
          Apply {name}
        </Button>
      </div>
    </Dialog>
  );
}

type Would = { doc: string; changes: Output<'presets.apply'> | null };

function useWouldChange(name: PresetName): Would {
  const [would, setWould] = useState<Would>({ doc: '', changes: null });
  useEffect(() => {
    let isCurrent = true;
    const compare = async () => {
      const [listed, changes] = await Promise.all([
        act('presets.list', {}),
        act('presets.apply', { name, dryRun: true }),
      ]);
      const doc = listed?.items.find((preset) => preset.name === name)?.doc ?? '';
      if (isCurrent) setWould({ doc, changes });
    };
    void compare();
    return () => {
      isCurrent = false;
    };
  }, [name]);
  return would;
}
