// A button that asks for one file.
import { useRef } from 'react';
import { Button } from '../components/button.tsx';

type Props = {
  words: string;
  /** What the file is, for those who come to its field by another way than the button. */
  label: string;
  className?: string | undefined;
  onFile: (file: File) => void;
};

export function FileButton({ words, label, className, onFile }: Props) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button acts className={className} onClick={() => field.current?.click()}>
        {words}
      </Button>
      <input
        ref={field}
        type="file"
        aria-label={label}
        hidden
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
