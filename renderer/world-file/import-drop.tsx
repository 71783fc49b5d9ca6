// Takes a file in, chosen or dropped.
import { FileButton } from '../fields/file-button.tsx';
import { useFileDrop } from '../fields/use-file-drop.ts';
import styles from './import-drop.module.css';
import { type FileRead, readFile } from './import-file.ts';

type Props = { words: string; onRead: (read: FileRead) => void };

export function ImportDrop({ words, onRead }: Props) {
  const take = async (file: File) => onRead(await readFile(file));
  const drop = useFileDrop((file) => void take(file));
  return (
    <div role="group" aria-label="Import by dropping" {...drop}>
      <div className={styles.drop}>
        <FileButton words={words} label="World file" onFile={(file) => void take(file)} />
        <span className="dim">or drop a file here</span>
      </div>
    </div>
  );
}
