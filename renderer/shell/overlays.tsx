// What lies over the screen, one at a time; its parts are loaded when it opens.
import { CloseButton, Modal } from '@mantine/core';
import { lazy, type ReactNode, Suspense } from 'react';
import { closeOverlay, type Overlay, useOverlay } from '../stores/overlay.ts';
import styles from './shell.module.css';

const Palette = lazy(async () => ({ default: (await import('../palette/palette.tsx')).Palette }));
const KeySheet = lazy(async () => ({ default: (await import('../palette/key-sheet.tsx')).KeySheet }));
const Docs = lazy(async () => ({ default: (await import('../help/docs.tsx')).Docs }));
const Report = lazy(async () => ({ default: (await import('../help/report.tsx')).Report }));
const Import = lazy(async () => ({ default: (await import('../metadata/dialogs/import-dialog.tsx')).ImportDialog }));
const Compare = lazy(async () => ({ default: (await import('../metadata/dialogs/compare-dialog.tsx')).CompareDialog }));
const Preset = lazy(async () => ({ default: (await import('../metadata/dialogs/preset-dialog.tsx')).PresetDialog }));

/** These bring their own frame. */
const DIALOGS = { import: <Import />, compare: <Compare />, preset: <Preset /> };

type Part = { title: string; size: number; bare: boolean; part: ReactNode };

const PARTS: Record<Exclude<Overlay, keyof typeof DIALOGS>, Part> = {
  palette: { title: 'Command palette', size: 560, bare: true, part: <Palette /> },
  keys: { title: 'Keys', size: 720, bare: false, part: <KeySheet /> },
  docs: { title: 'Docs', size: 1000, bare: false, part: <Docs /> },
  report: { title: 'Report a problem', size: 640, bare: false, part: <Report /> },
};

export function Overlays() {
  const open = useOverlay((overlay) => overlay.open);
  if (open === null) return null;
  if (isDialog(open)) return <Suspense>{DIALOGS[open]}</Suspense>;
  return <Framed key={open} {...PARTS[open]} />;
}

function isDialog(overlay: Overlay): overlay is keyof typeof DIALOGS {
  return overlay in DIALOGS;
}

function Framed({ title, size, bare, part }: Part) {
  return (
    <Modal.Root opened onClose={closeOverlay} size={size} yOffset="10vh" transitionProps={{ duration: 120 }}>
      <Modal.Overlay />
      <Modal.Content aria-label={title}>
        <Modal.Body p={bare ? 0 : 'md'}>
          {!bare && <Head title={title} />}
          <Suspense>{part}</Suspense>
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
