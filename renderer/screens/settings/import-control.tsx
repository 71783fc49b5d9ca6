// Takes a world or an AEMM configuration in, chosen or dropped, and says under it what came of it.
import { useRef, useState } from 'react';
import { PlainButton } from '../../components/plain-button.tsx';
import { importFile, type Imported } from './data-actions.ts';
import styles from './settings.module.css';

export function ImportControl() {
  const chooser = useRef<HTMLInputElement>(null);
  const [came, setCame] = useState<Imported | null>(null);
  const take = async (file: File | undefined) => {
    if (file !== undefined) setCame(await importFile({ name: file.name, text: await file.text() }));
    // The same file can be chosen again once it is mended.
    if (chooser.current !== null) chooser.current.value = '';
  };
  return (
    <div
      role="group"
      aria-label="Import by dropping"
      onDragOver={(drag) => drag.preventDefault()}
      onDrop={(drop) => {
        drop.preventDefault();
        void take(drop.dataTransfer.files[0]);
      }}
    >
      <div className={styles.line}>
        <PlainButton onClick={() => chooser.current?.click()}>Import a world…</PlainButton>
        <span className="dim">or drop a file here</span>
      </div>
      <input
        ref={chooser}
        type="file"
        aria-label="World file"
        className="only-heard"
        tabIndex={-1}
        onChange={(change) => void take(change.currentTarget.files?.[0])}
      />
      {came !== null && <Outcome came={came} />}
    </div>
  );
}

function Outcome({ came: { problem, warnings } }: { came: Imported }) {
  if (problem === null) return <p role="status">{warnings.join('. ')}</p>;
  return (
    <p role="alert" className={styles.wrong}>
      {problem}
    </p>
  );
}
