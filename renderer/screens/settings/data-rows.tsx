// The world and the settings as files: where they are kept, out, in, and back to how they came.
import { useRef, useState } from 'react';
import { PlainButton } from '../../components/plain-button.tsx';
import { useStatus } from '../../stores/status.ts';
import { exportWorld, importWorld, resetMetadata, resetSettings } from './data-actions.ts';
import type { Section } from './sections.ts';
import styles from './settings.module.css';

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
  return <PlainButton onClick={() => void exportWorld()}>Export the world</PlainButton>;
}

function ImportControl() {
  const chooser = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (file: File | undefined) => {
    if (file !== undefined) setProblem(await importWorld(await file.text()));
    // The same file can be chosen again once it is mended.
    if (chooser.current !== null) chooser.current.value = '';
  };
  return (
    <>
      <PlainButton onClick={() => chooser.current?.click()}>Import a world…</PlainButton>
      <input
        ref={chooser}
        type="file"
        accept="application/json,.json"
        aria-label="World file"
        className="only-heard"
        tabIndex={-1}
        onChange={(change) => void take(change.currentTarget.files?.[0])}
      />
      {problem !== null && (
        <p role="alert" className={styles.wrong}>
          {problem}
        </p>
      )}
    </>
  );
}

function ResetControl() {
  return (
    <div className={styles.line}>
      <PlainButton onClick={() => void resetMetadata()}>Reset the metadata</PlainButton>
      <PlainButton onClick={() => void resetSettings()}>Reset the settings</PlainButton>
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
      help: 'Replaces the world. Undo brings the one before back.',
      words: 'restore load json',
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
