// How somebody left the Deck: whether its column of buttons is folded.
import { create } from 'zustand';

const KEY = 'metadeck.fire-column';

export const useDeckView = create<{ folded: boolean }>()(() => ({ folded: stored() === 'folded' }));

export function setFolded(folded: boolean): void {
  localStorage.setItem(KEY, folded ? 'folded' : 'open');
  useDeckView.setState({ folded });
}

function stored(): string | null {
  return typeof localStorage === 'undefined' ? null : localStorage.getItem(KEY);
}
