// What the next interruption will be: chosen beside the button, used by the button and by its key.
import { create } from 'zustand';
import { defaultNoticeSeconds } from '../../app/events/spot.ts';
import type { SpotAction } from '../../app/events/kinds.ts';

type Fire = {
  action: SpotAction;
  /** Seconds from notice to action. */
  noticeSeconds: number;
  /** Seconds from a rebalance recommendation to the notice; null for none. */
  rebalanceSeconds: number | null;
};

export const useFire = create<Fire>()(() => ({
  action: 'terminate',
  noticeSeconds: defaultNoticeSeconds('terminate'),
  rebalanceSeconds: null,
}));

/** Another action brings its own usual notice: hibernation begins at once. */
export function chooseAction(action: SpotAction): void {
  useFire.setState({ action, noticeSeconds: defaultNoticeSeconds(action) });
}

export function chooseNotice(noticeSeconds: number): void {
  useFire.setState({ noticeSeconds });
}

/** Null for no recommendation before the notice. */
export function chooseRebalance(rebalanceSeconds: number | null): void {
  useFire.setState({ rebalanceSeconds });
}
