// What changes in a run: the world, the traffic, the log, what somebody should know, and the bell that says so.
import { randomBytes } from 'node:crypto';
import type { Bell } from '../app/contract/server.ts';
import type { Clock } from './clock.ts';
import { createDoorbell, type Doorbell } from './doorbell.ts';
import { firstWorld, type Beginning } from './first-world.ts';
import { createHistory, type History } from './history/history.ts';
import { createNotes, type Notes } from './notes.ts';
import { ringForDeeds } from './rings.ts';
import { createChronicle, type Chronicle } from './log/chronicle.ts';
import { createExports, type Exports } from './log/exports.ts';
import { createRequestLog, type RequestLog } from './log/request-log.ts';
import { createTrafficStore, type TrafficStore } from './traffic-store.ts';
import { createWorldStore, type WorldStore } from './world-store.ts';

export type Cells = {
  /** Changes with each start; sequence numbers begin anew with it. */
  run: string;
  now: () => number;
  world: WorldStore;
  traffic: TrafficStore;
  history: History;
  log: RequestLog;
  chronicle: Chronicle;
  exports: Exports;
  notes: Notes;
  doorbell: Doorbell;
  bell: () => Bell;
};

const KEY_BYTES = 32;

export function createCells(beginning: Beginning & { control: { token: string } }, clock: Clock): Cells {
  const doorbell = createDoorbell(
    () => bell(),
    (error) => notes.failed(error),
  );
  const notes = createNotes(clock.now, doorbell.ring, beginning.control.token);
  const startedAt = clock.now();
  const world = createWorldStore(firstWorld(beginning, startedAt, notes.warn));
  const traffic = createTrafficStore(randomBytes(KEY_BYTES));
  const history = createHistory(clock.now);
  const log = createRequestLog();
  const chronicle = createChronicle({ world, log, now: clock.now, startedAt });
  const run = randomBytes(6).toString('hex');
  const bell = (): Bell => ({
    run,
    world: history.revision() + notes.revision(),
    traffic: traffic.revision(),
    log: log.revision(),
  });
  ringForDeeds(clock, { world, history, chronicle, notes, doorbell });
  const exports = createExports(clock.now);
  return { run, now: clock.now, world, traffic, history, log, chronicle, exports, notes, doorbell, bell };
}
