// How far the instance is from its preset, and the way back.
import { Menu } from '@mantine/core';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { PRESET_NAMES, type PresetName } from '../../../app/metadata/presets/names.ts';
import { Caret } from '../../components/caret.tsx';
import { act } from '../../control/control.ts';
import { useStatus } from '../../stores/status.ts';
import { exportWorld } from '../../world-file/export-world.ts';
import { CompareDialog } from './compare-dialog.tsx';
import { resetBelow } from '../paths/edits.ts';
import { ImportDialog } from './import-dialog.tsx';
import styles from '../metadata.module.css';
import { useMetadata } from '../paths/metadata-store.ts';
import { PresetDialog } from './preset-dialog.tsx';
import { countText } from '../../words/count-text.ts';

type Preset = { name: PresetName; doc: string; current: boolean };

export function PresetFoot() {
  const current = useStatus((store) => store.status?.instance.preset ?? '');
  const changed = useMetadata((store) => store.items?.filter((item) => item.changed).length ?? 0);
  const [chosen, setChosen] = useState<Preset | null>(null);
  const [dialog, setDialog] = useState<'compare' | 'import' | null>(null);
  return (
    <div className={styles.foot}>
      <b>Preset: {current}</b>
      <span className="dim">{countText(changed, 'difference')}</span>
      <PresetMenu changed={changed} onChoose={setChosen} onDialog={setDialog} />
      {chosen !== null && <PresetDialog preset={chosen} onClose={() => setChosen(null)} />}
      {dialog === 'compare' && <CompareDialog preset={current} onClose={() => setDialog(null)} />}
      {dialog === 'import' && <ImportDialog onClose={() => setDialog(null)} />}
    </div>
  );
}

type MenuProps = {
  changed: number;
  onChoose: (preset: Preset) => void;
  onDialog: (dialog: 'compare' | 'import') => void;
};

function PresetMenu({ changed, onChoose, onDialog }: MenuProps) {
  const [presets, setPresets] = useState<Preset[]>([]);
  const pull = async () => {
    const listed = (await act('presets.list', {}))?.items ?? [];
    setPresets(
      listed.flatMap(({ name, doc, current }) =>
        PRESET_NAMES.filter((one) => one === name).map((known) => ({ name: known, doc, current })),
      ),
    );
  };
  return (
    <Menu position="top-start" width={440} onOpen={() => void pull()}>
      <Menu.Target>
        <Button size="s" className={styles.menu}>
          Presets <Caret />
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={styles.presets}>
        <Menu.Item disabled={changed === 0} onClick={() => void resetBelow('')}>
          Reset all {changed > 0 ? countText(changed, 'difference') : ''}
        </Menu.Item>
        <Menu.Item disabled={changed === 0} onClick={() => onDialog('compare')}>
          Compare with the preset …
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void exportWorld()}>Export the world</Menu.Item>
        <Menu.Item onClick={() => onDialog('import')}>Import a world …</Menu.Item>
        <Menu.Divider />
        {presets.map((preset) => (
          <Menu.Item key={preset.name} onClick={() => onChoose(preset)}>
            Apply {preset.name} … {preset.current && <span className="dim">current</span>}
            <div className={styles.note}>{preset.doc}</div>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
