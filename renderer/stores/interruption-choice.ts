// What the next interruption will be: chosen beside the button, used by the button and by its key.
import { create } from 'zustand';
import { defaultNoticeSeconds } from '../../app/events/spot.ts';
import type { SpotAction } from '../../app/events/kinds.ts';

type InterruptionChoice = {
  action: SpotAction;
  /** Seconds from notice to action. */
  noticeSeconds: number;
  /** Seconds from a rebalance recommendation to the notice; null for none. */
  rebalanceSeconds: number | null;
};

export const useInterruptionChoice = create<InterruptionChoice>()(() => ({
  action: 'terminate',
  noticeSeconds: defaultNoticeSeconds('terminate'),
  rebalanceSeconds: null,
}));

/** Another action brings its own usual notice: hibernation begins at once. */
export function chooseAction(action: SpotAction): void {
  useInterruptionChoice.setState({ action, noticeSeconds: defaultNoticeSeconds(action) });
}

export function chooseNotice(noticeSeconds: number): void {
  useInterruptionChoice.setState({ noticeSeconds });
}

/** Null for no recommendation before the notice. */
export function chooseRebalance(rebalanceSeconds: number | null): void {
  useInterruptionChoice.setState({ rebalanceSeconds });
}
