// How far the instance is from its preset, and the way back.
import { Menu } from '@mantine/core';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { PRESET_NAMES, type PresetName } from '../../../app/metadata/presets/names.ts';
import { Caret } from '../../components/caret.tsx';
import { act } from '../../control/control.ts';
import { openOverlay, openPreset } from '../../stores/overlay.ts';
import { useStatus } from '../../stores/status.ts';
import { exportWorld } from '../../world-file/export-world.ts';
import { resetBelow } from '../paths/edits.ts';
import styles from '../metadata.module.css';
import { useMetadata } from '../paths/metadata-store.ts';
import { countText } from '../../words/count-text.ts';

type Preset = { name: PresetName; doc: string; current: boolean };

export function PresetFoot() {
  const current = useStatus((store) => store.status?.instance.preset ?? '');
  const changed = useMetadata((store) => store.items?.filter((item) => item.changed).length ?? 0);
  return (
    <div className={styles.foot}>
      <b>Preset: {current}</b>
      <span className="dim">{countText(changed, 'difference')}</span>
      <PresetMenu changed={changed} />
    </div>
  );
}

function PresetMenu({ changed }: { changed: number }) {
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
        <Button acts size="s" className={styles.menu}>
          Presets <Caret />
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={styles.presets}>
        <Menu.Item disabled={changed === 0} onClick={() => void resetBelow('')}>
          Reset all {changed > 0 ? countText(changed, 'difference') : ''}
        </Menu.Item>
        <Menu.Item disabled={changed === 0} onClick={() => openOverlay('compare')}>
          Compare with the preset …
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void exportWorld()}>Export the world</Menu.Item>
        <Menu.Item onClick={() => openOverlay('import')}>Import a world …</Menu.Item>
        <Menu.Divider />
        {presets.map((preset) => (
          <Menu.Item key={preset.name} onClick={() => openPreset(preset.name)}>
            Apply {preset.name} … {preset.current && <span className="dim">current</span>}
            <div className={styles.note}>{preset.doc}</div>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
