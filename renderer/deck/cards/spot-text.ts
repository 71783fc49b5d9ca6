// What the spot card says, before and after firing.
import type { SpotAction } from '../../../app/events/kinds.ts';
import { openPhase, type SpotView } from '../../notices/standing.ts';
import { countdownText, spanText } from '../../words/time-text.ts';

const DONE: Record<SpotAction, string> = { terminate: 'terminated', stop: 'stopped', hibernate: 'hibernated' };
const WORDS: Record<number, string> = { 30: '30 seconds', 60: 'a minute', 120: 'two minutes', 300: 'five minutes' };

/** What pressing the button will do. */
export function spotHint(action: SpotAction, noticeSeconds: number, rebalanceSeconds: number | null = null): string {
  const when =
    noticeSeconds === 0 ? 'at the same moment' : `${WORDS[noticeSeconds] ?? spanText(noticeSeconds * 1000)} later`;
  if (rebalanceSeconds !== null)
    return `Rebalance at once, notice ${spanText(rebalanceSeconds * 1000)} later, ${DONE[action]} ${when}. You can cancel.`;
  return `Notice at once, ${DONE[action]} ${when}. You can cancel.`;
}

export type Countdown = { words: string; leftMs: number | null; text: string };

/** What stands in the button's place while an interruption is under way. */
export function spotCountdown(spot: SpotView, now: number): Countdown {
  const phase = openPhase(spot, now);
  if (phase === 'scheduled') return counting('Notice in', Date.parse(spot.noticeDueAt) - now);
  if (phase === 'noticed') return counting('Action in', Date.parse(spot.actionDueAt ?? spot.actionAt) - now);
  return { words: 'Action time passed; still answering', leftMs: null, text: '' };
}

function counting(words: string, leftMs: number): Countdown {
  return { words, leftMs, text: countdownText(leftMs) };
}
