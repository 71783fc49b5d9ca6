// What lies over the screen: the palette or the key sheet. One at a time.
import { create } from 'zustand';

export type Overlay = 'palette' | 'keys';

export const useOverlay = create<{ open: Overlay | null }>()(() => ({ open: null }));

/** Opens it, or closes it when it is the one that is open. */
export function toggleOverlay(overlay: Overlay): void {
  useOverlay.setState(({ open }) => ({ open: open === overlay ? null : overlay }));
}

export function closeOverlay(): void {
  useOverlay.setState({ open: null });
}
