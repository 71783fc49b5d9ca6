// What somebody can do about events, from a button or a key.
import type { EventView } from '../../app/contract/events.ts';
import { act } from '../control/control.ts';
import { useFire } from '../stores/fire.ts';
import { pullEvents, useWorld } from '../stores/world.ts';
import { openSpot } from './standing.ts';

/** Interrupts as chosen beside the button. While one is under way nothing happens: the server takes one at a time. */
export async function interruptNow(): Promise<void> {
  if (currentSpot() !== null) return;
  const { action, noticeSeconds } = useFire.getState();
  if ((await act('events.interrupt', { action, noticeSeconds })) !== null) await pullEvents();
}

export async function cancelSpot(): Promise<void> {
  const spot = currentSpot();
  if (spot !== null) await cancelEvent(spot.id);
}

export async function cancelEvent(id: EventView['id']): Promise<void> {
  if ((await act('events.cancel', { id })) !== null) await pullEvents();
}

export async function skipTo(to: 'notice' | 'action'): Promise<void> {
  if ((await act('events.skip', { to })) !== null) await pullEvents();
}

export async function fireRebalance(): Promise<void> {
  if ((await act('events.rebalance', {})) !== null) await pullEvents();
}

function currentSpot() {
  return openSpot(useWorld.getState().events ?? []);
}
