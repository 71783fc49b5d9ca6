// The world and the settings as files: where they are kept, out, in, and back to how they came.
import { Button } from '../../components/button.tsx';
import { useStatus } from '../../stores/status.ts';
import { exportWorld } from '../../world-file/export-world.ts';
import { openOverlay } from '../../stores/overlay.ts';
import { resetMetadata, resetSettings } from './data-actions.ts';
import type { Section } from './sections.ts';
import styles from '../settings.module.css';

function KeptInControl() {
  const saved = useStatus((store) => store.status?.saved);
  if (saved === undefined) return null;
  return (
    <dl className={styles.facts}>
      <dt>world</dt>
      <dd className="mono">{saved.world ?? 'not saved'}</dd>
      <dt>settings</dt>
      <dd className="mono">{saved.settings ?? 'not saved'}</dd>
    </dl>
  );
}

function ExportControl() {
  return (
    <Button acts onClick={() => void exportWorld()}>
      Export the world
    </Button>
  );
}

function ImportControl() {
  return <Button onClick={() => openOverlay('import')}>Import a world…</Button>;
}

function ResetControl() {
  return (
    <div className={styles.line}>
      <Button acts onClick={() => void resetMetadata()}>
        Reset the metadata
      </Button>
      <Button acts onClick={() => void resetSettings()}>
        Reset the settings
      </Button>
    </div>
  );
}

export const DATA: Section = {
  id: 'data',
  title: 'Data',
  rows: [
    {
      id: 'folder',
      title: 'Files',
      help: 'Readable for you alone. Traffic is never saved.',
      words: 'folder path disk storage',
      Control: KeptInControl,
    },
    {
      id: 'export',
      title: 'Export',
      help: 'Instances, their metadata, rules and events, as JSON. No token and no key is in it.',
      words: 'backup save json',
      Control: ExportControl,
    },
    {
      id: 'import',
      title: 'Import',
      help: 'A world, or a configuration of ec2-metadata-mock, replaces what is there. What would change is shown first.',
      words: 'restore load json yaml toml aemm configuration world drop',
      Control: ImportControl,
    },
    {
      id: 'reset',
      title: 'Reset',
      help: 'The metadata to its preset, with Undo; the settings to their defaults.',
      words: 'default clear',
      Control: ResetControl,
    },
  ],
};
