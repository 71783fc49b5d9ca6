// A button that asks for one file.
import { useRef } from 'react';
import { PlainButton } from '../../components/plain-button.tsx';
import styles from './pane.module.css';

type Props = { words: string; accept?: string; onFile: (file: File) => void };

export function FileButton({ words, accept, onFile }: Props) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <PlainButton className={styles.button} onClick={() => field.current?.click()}>
        {words}
      </PlainButton>
      <input
        ref={field}
        type="file"
        hidden
        accept={accept}
        onChange={(change) => {
          const file = change.currentTarget.files?.[0];
          // The same file may be chosen again after it was mended.
          change.currentTarget.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
    </>
  );
}
