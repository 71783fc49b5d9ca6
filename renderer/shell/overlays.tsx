// What lies over the screen, one at a time; its parts are loaded when it opens.
import { CloseButton, Modal } from '@mantine/core';
import { lazy, type ReactNode, Suspense } from 'react';
import { closeOverlay, type Overlay, useOverlay } from '../stores/overlay.ts';
import styles from './shell.module.css';

const Palette = lazy(async () => ({ default: (await import('../palette/palette.tsx')).Palette }));
const KeySheet = lazy(async () => ({ default: (await import('../palette/key-sheet.tsx')).KeySheet }));

const PARTS: Record<Overlay, { title: string; size: number; bare: boolean; part: () => ReactNode }> = {
  palette: { title: 'Command palette', size: 560, bare: true, part: () => <Palette /> },
  keys: { title: 'Keys', size: 720, bare: false, part: () => <KeySheet /> },
};

export function Overlays() {
  const open = useOverlay((overlay) => overlay.open);
  if (open === null) return null;
  const { title, size, bare, part } = PARTS[open];
  return (
    <Modal.Root key={open} opened onClose={closeOverlay} size={size} yOffset="10vh" transitionProps={{ duration: 120 }}>
      <Modal.Overlay />
      <Modal.Content aria-label={title}>
        <Modal.Body p={bare ? 0 : 'md'}>
          {!bare && <Head title={title} />}
          <Suspense>{part()}</Suspense>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

/** Mantine's own head is a `header`, which would be a second banner of the page. */
function Head({ title }: { title: string }) {
  return (
    <div className={styles.overlayHead}>
      <h2>{title}</h2>
      <CloseButton aria-label="Close" onClick={closeOverlay} />
    </div>
  );
}
