// What lies over the screen, one at a time; its parts are loaded when it opens.
import { Modal } from '@mantine/core';
import { lazy, type ReactNode, Suspense } from 'react';
import { closeOverlay, type Overlay, useOverlay } from '../stores/overlay.ts';

const Palette = lazy(async () => ({ default: (await import('../palette/palette.tsx')).Palette }));
const KeySheet = lazy(async () => ({ default: (await import('../palette/key-sheet.tsx')).KeySheet }));
const PointHere = lazy(async () => ({ default: (await import('./point-here.tsx')).PointHere }));

const PARTS: Record<Overlay, { title: string; size: number; bare: boolean; part: () => ReactNode }> = {
  palette: { title: 'Command palette', size: 560, bare: true, part: () => <Palette /> },
  keys: { title: 'Keys', size: 720, bare: false, part: () => <KeySheet /> },
  point: { title: 'Point your app here', size: 680, bare: false, part: () => <PointHere /> },
};

export function Overlays() {
  const open = useOverlay((overlay) => overlay.open);
  if (open === null) return null;
  const { title, size, bare, part } = PARTS[open];
  return (
    <Modal
      key={open}
      opened
      onClose={closeOverlay}
      size={size}
      title={bare ? undefined : title}
      withCloseButton={!bare}
      padding={bare ? 0 : 'md'}
      yOffset="10vh"
      transitionProps={{ duration: 120 }}
      closeButtonProps={{ 'aria-label': 'Close' }}
      {...(bare ? { 'aria-label': title } : {})}
    >
      <Suspense>{part()}</Suspense>
    </Modal>
  );
}
