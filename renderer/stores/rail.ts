// Whether the rail shows words beside its icons; kept by this browser, as the server need not know.
import { create } from 'zustand';
import { keepValue, keptValue } from './kept.ts';

const KEPT_AS = 'rail-folded';

export const useRail = create<{ folded: boolean }>()(() => ({ folded: keptValue(KEPT_AS) === true }));

export function toggleRail(): void {
  const folded = !useRail.getState().folded;
  keepValue(KEPT_AS, folded);
  useRail.setState({ folded });
}
