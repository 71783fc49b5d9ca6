// Takes a file in, chosen or dropped, and says under it what came of it.
import { useState } from 'react';
import { FileButton } from '../fields/file-button.tsx';
import { useFileDrop } from '../fields/use-file-drop.ts';
import styles from './import-drop.module.css';
import { importFile, type Imported } from './import-file.ts';

type Props = {
  words: string;
  /** True for an area to drop at that shows its bounds. */
  framed?: boolean;
  onImported?: (came: Imported) => void;
};

export function ImportDrop({ words, framed = false, onImported }: Props) {
  const [came, setCame] = useState<Imported | null>(null);
  const take = async (file: File) => {
    const imported = await importFile(file);
    setCame(imported);
    if (imported.problems.length === 0) onImported?.(imported);
  };
  const drop = useFileDrop((file) => void take(file));
  return (
    <div role="group" aria-label="Import by dropping" {...drop}>
      <div className={styles.drop} data-framed={framed || undefined}>
        <FileButton words={words} label="World file" onFile={(file) => void take(file)} />
        <span className="dim">or drop a file here</span>
      </div>
      {came !== null && <Outcome {...came} />}
    </div>
  );
}

function Outcome({ name, problems, warnings }: Imported) {
  const isRefused = problems.length > 0;
  const lines = isRefused ? problems : warnings;
  if (lines.length === 0) return null;
  return (
    <div className={styles.outcome} role={isRefused ? 'alert' : 'status'} data-bad={isRefused || undefined}>
      <b>{isRefused ? `${name} was not imported; nothing changed.` : `${name} was imported, but not all of it:`}</b>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
