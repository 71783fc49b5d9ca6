// The frame of a dialog about the whole world: wide enough that a path is read whole.
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { closeOverlay } from '../../stores/overlay.ts';

const WIDTH = 860;

export function Dialog({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Modal
      opened
      onClose={closeOverlay}
      closeButtonProps={{ 'aria-label': 'Close' }}
      title={title}
      size={WIDTH}
      centered
    >
      {children}
    </Modal>
  );
}
