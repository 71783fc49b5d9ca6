// An area that files can be dropped on.
import { useState } from 'react';

type Handler = (drag: React.DragEvent) => void;

export type FileDrop = { 'data-over': true | undefined; onDragOver: Handler; onDragLeave: Handler; onDrop: Handler };

/** Takes the first of the files that are dropped; text that is dragged is none of its business. */
export function useFileDrop(onFile: (file: File) => void): FileDrop {
  const [isOver, setOver] = useState(false);
  return {
    'data-over': isOver || undefined,
    onDragOver: (drag) => {
      if (!drag.dataTransfer.types.includes('Files')) return;
      drag.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (drag) => {
      setOver(false);
      const [file] = drag.dataTransfer.files;
      if (file === undefined) return;
      drag.preventDefault();
      onFile(file);
    },
  };
}
