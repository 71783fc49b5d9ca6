// What somebody can do about events and who gets them, from a button or a key.
import type { Input, OperationName } from '../../app/contract/contract.ts';
import type { SpotAction } from '../../app/events/kinds.ts';
import { act } from '../control/control.ts';
import { pullEvents } from '../control/pull-events.ts';
import { pullStatus } from '../control/pull-status.ts';
import { chooseAction, useInterruptionChoice } from '../stores/interruption-choice.ts';
import { useStatus } from '../stores/status.ts';
import { tell, tellOnce, tellWarning, tellWithUndo } from '../components/toasts.tsx';
import { tookEvents, useWorld } from '../stores/world.ts';
import { countText } from '../words/count-text.ts';
import { openSpot } from './standing.ts';

/** Fires, and shows at once what the answer tells. */
async function fire(
  name: 'events.interrupt' | 'events.rebalance' | 'events.maintenance' | 'events.lifecycle',
  input: Input<typeof name>,
): Promise<void> {
  const fired = await act(name, input);
  if (fired === null) return;
  tookEvents(fired.events);
  if (fired.warning !== undefined) tellWarning(fired.warning);
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

/** Interrupts as chosen beside the button. While one is under way that is said; while one is on its way to the server nothing happens. */
export async function interruptNow(): Promise<void> {
  if (currentSpot() !== null) return tell('An interruption is under way already; cancel it first');
  if (interrupting) return;
  interrupting = true;
  try {
    await fire('events.interrupt', chosenInterruption());
  } finally {
    interrupting = false;
  }
}

/** Interrupts with another action than the one that is chosen, which is chosen from then on. */
export function interruptWith(action: SpotAction): Promise<void> {
  chooseAction(action);
  return interruptNow();
}

/** The same as chosen beside the button, but with its notice some seconds ahead. */
export function scheduleInterruption(noticeInSeconds: number): Promise<void> {
  return fire('events.interrupt', { ...chosenInterruption(), noticeInSeconds });
}

function chosenInterruption(): Input<'events.interrupt'> {
  const { action, noticeSeconds, rebalanceSeconds } = useInterruptionChoice.getState();
  return { action, noticeSeconds, ...(rebalanceSeconds === null ? {} : { rebalanceSecondsBefore: rebalanceSeconds }) };
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

export function skipTo(to: 'notice' | 'action'): Promise<void> {
  return skip({ to });
}

/** Moves every unfinished event on by some seconds. */
export function skipBy(seconds: number): Promise<void> {
  return skip({ seconds });
}

async function skip(ahead: Input<'events.skip'>): Promise<void> {
  const moved = await act('events.skip', ahead);
  if (moved !== null) tookEvents(moved.items);
}

export function fireRebalance(inSeconds?: number): Promise<void> {
  return fire('events.rebalance', inSeconds === undefined ? {} : { inSeconds });
}

/** With the default times of the server where none are given. */
export function scheduleMaintenance(
  code: Input<'events.maintenance'>['code'],
  times: Pick<Input<'events.maintenance'>, 'notBefore' | 'notAfter'> = {},
): Promise<void> {
  return fire('events.maintenance', { code, ...times });
}

export function setLifecycleState(state: Input<'events.lifecycle'>['state'], inSeconds?: number): Promise<void> {
  return fire('events.lifecycle', inSeconds === undefined ? { state } : { state, inSeconds });
}

/** Takes every event out of the world, with a way back. */
export async function withdrawAll(): Promise<void> {
  const withdrawn = await act('events.withdraw', {});
  if (withdrawn === null || withdrawn.withdrawn === 0) return;
  await Promise.all([pullEvents(), pullStatus()]);
  tellUndoable(`Withdrew ${countText(withdrawn.withdrawn, 'event')}`);
}

/** Takes one event out of the world, with a way back. */
export async function withdrawEvent(id: string, what: string): Promise<void> {
  if ((await act('events.withdraw-one', { id })) === null) return;
  await Promise.all([pullEvents(), pullStatus()]);
  tellUndoable(`Withdrew ${what}`);
}

/** Says what was done last to the world; its Undo does nothing to what somebody did since. */
export function tellUndoable(message: string): void {
  const title = useStatus.getState().status?.undo ?? null;
  if (title === null) tell(message);
  else tellWithUndo(message, () => void doNow('world.undo', { title }));
}

export function setAudience(rule: Input<'audience.set'>): Promise<void> {
  return doNow('audience.set', rule);
}

/** At the first instance where none is named. */
export function givePlace(group: Input<'audience.give'>['group'], client: string, instance?: string): Promise<void> {
  return doNow('audience.give', instance === undefined ? { group, client } : { group, client, instance });
}

/** Of one group, or of all three. */
export function freePlaces(group?: Input<'audience.free'>['group']): Promise<void> {
  return doNow('audience.free', group === undefined ? {} : { group });
}

let lastStep: Promise<void> = Promise.resolve();

/** One step after the other, however fast somebody presses. */
export function undo(): Promise<void> {
  return (lastStep = lastStep.then(() => step('undo')));
}

export function redo(): Promise<void> {
  return (lastStep = lastStep.then(() => step('redo')));
}

/** What is next is asked for only where nothing seems to be. */
async function step(direction: 'undo' | 'redo'): Promise<void> {
  const isNothing = () => (useStatus.getState().status?.[direction] ?? null) === null;
  if (isNothing()) await pullStatus();
  if (isNothing()) return tellOnce(`Nothing to ${direction}`);
  await doNow(`world.${direction}`, {});
  await pullStatus();
}

function currentSpot() {
  return openSpot(useWorld.getState().events ?? []);
}
