// What somebody can do about events and who gets them, from a button or a key.
import type { Input, OperationName } from '../../app/contract.ts';
import { act } from '../control/control.ts';
import { useFire } from '../stores/fire.ts';
import { pullEvents, tookEvents, useWorld } from '../stores/world.ts';
import { openSpot } from './standing.ts';

/** Fires, and shows at once what the answer tells. */
async function fire(
  name: 'events.interrupt' | 'events.rebalance' | 'events.maintenance' | 'events.lifecycle',
  input: Input<typeof name>,
): Promise<void> {
  const fired = await act(name, input);
  if (fired === null) return;
  tookEvents(fired.events);
  await pullEvents();
}

async function end(name: 'events.cancel' | 'events.complete', id: string): Promise<void> {
  const ended = await act(name, { id });
  if (ended !== null) tookEvents([ended]);
}

/** Carries it out and looks at the events again at once, rather than at the next bell. */
async function doNow<N extends OperationName>(name: N, input: Input<N>): Promise<void> {
  if ((await act(name, input)) !== null) await pullEvents();
}

let interrupting = false;

/** Interrupts as chosen beside the button. While one is under way, or on its way to the server, nothing happens. */
export async function interruptNow(): Promise<void> {
  if (interrupting || currentSpot() !== null) return;
  interrupting = true;
  const { action, noticeSeconds } = useFire.getState();
  await fire('events.interrupt', { action, noticeSeconds });
  interrupting = false;
}

export async function cancelSpot(): Promise<void> {
  const spot = currentSpot();
  if (spot !== null) await cancelEvent(spot.id);
}

export function cancelEvent(id: string): Promise<void> {
  return end('events.cancel', id);
}

export function completeEvent(id: string): Promise<void> {
  return end('events.complete', id);
}

export async function skipTo(to: 'notice' | 'action'): Promise<void> {
  const moved = await act('events.skip', { to });
  if (moved !== null) tookEvents(moved.items);
}

export async function skipBy(seconds: number): Promise<void> {
  const moved = await act('events.skip', { seconds });
  if (moved !== null) tookEvents(moved.items);
}

export function fireRebalance(): Promise<void> {
  return fire('events.rebalance', {});
}

export function scheduleMaintenance(code: Input<'events.maintenance'>['code']): Promise<void> {
  return fire('events.maintenance', { code });
}

export function setLifecycleState(state: Input<'events.lifecycle'>['state']): Promise<void> {
  return fire('events.lifecycle', { state });
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

export function undo(): Promise<void> {
  return doNow('world.undo', {});
}

export function redo(): Promise<void> {
  return doNow('world.redo', {});
}

function currentSpot() {
  return openSpot(useWorld.getState().events ?? []);
}
