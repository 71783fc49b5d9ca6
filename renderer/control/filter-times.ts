// Tells the log's filter the server's time and when the newest event was fired, and filters anew when that moves on.
import type { Times } from '../../app/filter/subject.ts';
import { onSecond, serverNow } from '../stores/clock.ts';
import { refilterBy } from '../stores/log/log.ts';
import { reckonBy } from '../stores/log/log-times.ts';
import { useWorld } from '../stores/world.ts';

export function keepFilterTimes(): void {
  reckonBy(times);
  useWorld.subscribe((now, before) => now.events !== before.events && refilterBy('since'));
  onSecond(() => refilterBy('last'));
}

function times(): Times {
  const fired = (useWorld.getState().events ?? []).map(({ firedAt }) => Date.parse(firedAt));
  return { now: serverNow(), newestEvent: fired.length === 0 ? undefined : Math.max(...fired) };
}
