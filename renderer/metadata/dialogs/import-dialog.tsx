// Takes an exported world or an AEMM configuration: what it would change is shown before anything does.
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { closeOverlay } from '../../stores/overlay.ts';
import { ImportDrop } from '../../world-file/import-drop.tsx';
import dropStyles from '../../world-file/import-drop.module.css';
import type { FileRead } from '../../world-file/import-file.ts';
import { besidesLines } from '../../world-file/import-words.ts';
import styles from '../metadata.module.css';
import { pullMetadata } from '../paths/pull-metadata.ts';
import { Dialog } from './dialog.tsx';
import { WouldList } from './would-list.tsx';

export function ImportDialog() {
  const [read, setRead] = useState<FileRead | null>(null);
  const takeOver = async () => {
    if (read === null || 'problems' in read) return;
    const problems = await read.takeOver();
    if (problems.length > 0) return setRead({ name: read.name, problems });
    closeOverlay();
    await pullMetadata();
  };
  const isReady = read !== null && 'would' in read;
  return (
    <Dialog title="Import a world">
      <p className={styles.about}>
        An exported world, or a configuration of ec2-metadata-mock, takes the place of this one, with its facts,
        overrides, options, events and audience. What would change is shown first.
      </p>
      <ImportDrop words={isReady ? 'Choose another file …' : 'Choose a file …'} onRead={setRead} />
      {read !== null && <Outcome read={read} />}
      <div className={styles.answers}>
        <Button onClick={closeOverlay}>Cancel</Button>
        <Button acts kind="primary" disabled={!isReady} onClick={() => void takeOver()}>
          Import {isReady ? read.name : ''}
        </Button>
      </div>
    </Dialog>
  );
}

function Outcome({ read }: { read: FileRead }) {
  if ('problems' in read) {
    const title = `${read.name} can't be imported; nothing changed.`;
    return <Said kind="bad" title={title} lines={read.problems} />;
  }
  const { would } = read;
  return (
    <>
      <WouldList would={would} />
      <Said kind="plain" title="Besides" lines={besidesLines(would)} />
      <Said kind="warn" title={`Not understood in ${read.name}, and left out:`} lines={would.warnings} />
    </>
  );
}

type SaidProps = { kind: 'plain' | 'bad' | 'warn'; title: string; lines: readonly string[] };

function Said({ kind, title, lines }: SaidProps) {
  if (lines.length === 0) return null;
  return (
    <div
      className={dropStyles.said}
      role={kind === 'bad' ? 'alert' : 'status'}
      data-bad={kind === 'bad' || undefined}
      data-warn={kind === 'warn' || undefined}
    >
      <b>{title}</b>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
