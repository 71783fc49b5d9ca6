// What a preset would change, before it is applied.
import { Modal } from '@mantine/core';
import { Button } from '../../components/button.tsx';
import { useEffect, useState } from 'react';
import type { PathChange } from '../../../app/contract/answers.ts';
import type { OptionChange } from '../../../app/contract/metadata.ts';
import type { PresetName } from '../../../app/metadata/presets/names.ts';
import { act } from '../../control/control.ts';
import { tellWithUndo } from '../../components/toasts.tsx';
import { undoStep } from '../paths/edits.ts';
import styles from '../metadata.module.css';
import { pullMetadata } from '../paths/pull-metadata.ts';
import { PathChanges } from '../paths/path-changes.tsx';
import { countText } from '../../words/count-text.ts';

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
    <Modal
      opened
      onClose={onClose}
      closeButtonProps={{ 'aria-label': 'Close' }}
      title={`Apply preset ${preset.name}`}
      size={640}
      centered
    >
      <p className="dim">{preset.doc}</p>
      <p className={styles.would}>{changes === null ? 'Comparing …' : wouldText(changes)}</p>
      {changes !== null && rowsOf(changes).length > 0 && (
        <div className={styles.wouldList}>
          <PathChanges changes={rowsOf(changes)} />
        </div>
      )}
      <div className={styles.answers}>
        <Button onClick={onClose}>Cancel</Button>
        <Button kind="primary" data-autofocus disabled={changes === null} onClick={() => void apply()}>
          Apply {preset.name}
        </Button>
      </div>
    </Modal>
  );
}

type WouldChange = { changed: PathChange[]; options: OptionChange[] };

function wouldText({ changed, options }: WouldChange): string {
  const paths = countText(changed.length, 'path');
  const more = options.length === 0 ? '' : ` and ${countText(options.length, 'option')}`;
  return `${paths}${more} would change. It can be undone.`;
}

/** The options first: they decide who gets an answer at all. */
function rowsOf({ changed, options }: WouldChange): PathChange[] {
  const named = options.map(({ option, was, is }) => ({ path: option, was: String(was), is: String(is) }));
  return [...named, ...changed];
}

function useWouldChange(name: PresetName): WouldChange | null {
  const [changes, setChanges] = useState<WouldChange | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void act('presets.apply', { name, dryRun: true }).then((result) => {
      if (isCurrent && result !== null) setChanges(result);
      return undefined;
    });
    return () => {
      isCurrent = false;
    };
  }, [name]);
  return changes;
}
