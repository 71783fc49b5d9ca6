// What lies over the screen: the palette, the key sheet, or a dialog about the whole world. One at a time.
import { create } from 'zustand';
import type { PresetName } from '../../app/metadata/presets/names.ts';

export type Overlay = 'palette' | 'keys' | 'docs' | 'report' | 'import' | 'compare' | 'preset';

type Open = {
  open: Overlay | null;
  /** The one that the dialog `preset` would apply. */
  preset: PresetName;
  /** The one that is read. */
  doc: string;
};

export const useOverlay = create<Open>()(() => ({ open: null, preset: 'spot', doc: '' }));

/** Opens it, or closes it when it is the one that is open. */
export function toggleOverlay(overlay: Overlay): void {
  useOverlay.setState(({ open }) => ({ open: open === overlay ? null : overlay }));
}

export function openOverlay(overlay: Overlay): void {
  useOverlay.setState({ open: overlay });
}

/** Asks whether this preset is to be applied. */
export function openPreset(preset: PresetName): void {
  useOverlay.setState({ open: 'preset', preset });
}

/** Opens a document of Metadeck's own. */
export function openDoc(doc: string): void {
  useOverlay.setState({ open: 'docs', doc });
}

export function closeOverlay(): void {
  useOverlay.setState({ open: null });
}
