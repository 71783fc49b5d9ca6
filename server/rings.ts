// When the bell rings without a request: what somebody did, and what changes by itself.
import { nextPhaseChange } from '../app/events/on-the-wire.ts';
import type { Clock } from './clock.ts';
import type { Doorbell } from './doorbell.ts';
import type { History } from './history/history.ts';
import type { Chronicle } from './log/chronicle.ts';
import type { Notes } from './notes.ts';
import type { WorldStore } from './world-store.ts';

type Ringing = { world: WorldStore; history: History; chronicle: Chronicle; notes: Notes; doorbell: Doorbell };

/** The bell rings when somebody did something, undo and redo among it, and when something will have changed by itself. */
export function ringForDeeds(clock: Clock, cells: Ringing): void {
  cells.history.subscribe(() => {
    ringAtNextChange(clock, cells);
    cells.doorbell.ring();
  });
}

/** The bell rings when a phase changes or a step of undo is gone, so that who looks sees it; no answer waits for it. */
export function ringAtNextChange(clock: Clock, cells: Ringing): void {
  const { world, history, chronicle, notes } = cells;
  const events = world.world().instances.flatMap((instance) => instance.events);
  clock.arm(Math.min(nextPhaseChange(events, clock.now()), history.nextEnd()), () => {
    chronicle.passTime();
    notes.changed();
    ringAtNextChange(clock, cells);
  });
}
