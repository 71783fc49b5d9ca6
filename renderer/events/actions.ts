// What somebody can do about events and who gets them, from a button or a key.
import type { Input, OperationName } from '../../app/contract.ts';
import { act } from '../control/control.ts';
import { useFire } from '../stores/fire.ts';
import { pullEvents, useWorld } from '../stores/world.ts';
import { openSpot } from './standing.ts';

/** Carries it out and looks at the events again at once, rather than at the next bell. */
async function doNow<N extends OperationName>(name: N, input: Input<N>): Promise<void> {
  if ((await act(name, input)) !== null) await pullEvents();
}

/** Interrupts as chosen beside the button. While one is under way nothing happens: the server takes one at a time. */
export async function interruptNow(): Promise<void> {
  if (currentSpot() !== null) return;
  const { action, noticeSeconds } = useFire.getState();
  await doNow('events.interrupt', { action, noticeSeconds });
}

export async function cancelSpot(): Promise<void> {
  const spot = currentSpot();
  if (spot !== null) await cancelEvent(spot.id);
}

export function cancelEvent(id: string): Promise<void> {
  return doNow('events.cancel', { id });
}

export function completeEvent(id: string): Promise<void> {
  return doNow('events.complete', { id });
}

export function skipTo(to: 'notice' | 'action'): Promise<void> {
  return doNow('events.skip', { to });
}

export function fireRebalance(): Promise<void> {
  return doNow('events.rebalance', {});
}

export function scheduleMaintenance(code: Input<'events.maintenance'>['code']): Promise<void> {
  return doNow('events.maintenance', { code });
}

export function setLifecycleState(state: Input<'events.lifecycle'>['state']): Promise<void> {
  return doNow('events.lifecycle', { state });
}

export function setAudience(rule: Input<'audience.set'>): Promise<void> {
  return doNow('audience.set', rule);
}

export function givePlace(group: Input<'audience.give'>['group'], client: string): Promise<void> {
  return doNow('audience.give', { group, client });
}

export function freePlaces(): Promise<void> {
  return doNow('audience.free', {});
}

export async function undo(): Promise<void> {
  await doNow('world.undo', {});
}

export async function redo(): Promise<void> {
  await doNow('world.redo', {});
}

function currentSpot() {
  return openSpot(useWorld.getState().events ?? []);
}
