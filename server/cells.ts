// What changes in a run: the world, the traffic, the log, what somebody should know, and the bell that says so.
import { randomBytes } from 'node:crypto';
import type { Bell } from '../app/contract/server.ts';
import type { Clock } from './clock.ts';
import { createDoorbell, type Doorbell } from './doorbell.ts';
import { firstWorld, type Wanted } from './first-world.ts';
import { createRequestLog, type RequestLog } from './request-log.ts';
import { createTrafficStore, type TrafficStore } from './traffic-store.ts';
import { createWorldStore, type WorldStore } from './world-store.ts';

export type Cells = {
  /** Changes with each start; sequence numbers begin anew with it. */
  run: string;
  now: () => number;
  world: WorldStore;
  /** False where the world file could not be read, so must not be written. */
  worldMayBeSaved: boolean;
  traffic: TrafficStore;
  log: RequestLog;
  notes: Notes;
  doorbell: Doorbell;
  bell: () => Bell;
};

type Notes = {
  /** Something other than world, traffic or log changed. */
  changed: () => void;
  revision: () => number;
  /** Says one sentence to whoever looks at the status. */
  warn: (text: string) => void;
  warnings: () => { at: number; text: string }[];
};

const MAX_WARNINGS = 20;
const KEY_BYTES = 32;

export function createCells(wanted: Wanted, clock: Clock): Cells {
  const doorbell = createDoorbell(() => bell());
  const notes = createNotes(clock.now, doorbell.ring);
  const first = firstWorld(wanted, clock.now(), notes.warn);
  const world = createWorldStore(first.world);
  const traffic = createTrafficStore(randomBytes(KEY_BYTES));
  const log = createRequestLog();
  const run = randomBytes(6).toString('hex');
  const bell = (): Bell => ({
    run,
    world: world.revision() + notes.revision(),
    traffic: traffic.revision(),
    log: log.revision(),
  });
  return { run, now: clock.now, world, worldMayBeSaved: first.mayBeSaved, traffic, log, notes, doorbell, bell };
}

function createNotes(now: () => number, ring: () => void): Notes {
  const kept: { at: number; text: string }[] = [];
  let revision = 0;
  const changed = (): void => {
    revision += 1;
    ring();
  };
  return {
    changed,
    revision: () => revision,
    warnings: () => kept,
    warn(text) {
      kept.push({ at: now(), text });
      if (kept.length > MAX_WARNINGS) kept.shift();
      changed();
    },
  };
}
