// Keeps the stores in step with the server: the bell says what changed, and only that is pulled.
import type { Bell } from '../../app/contract/server.ts';
import { useConnection } from '../stores/connection.ts';
import { useLog } from '../stores/log/log.ts';
import { useView } from '../stores/view.ts';
import { worldChanged } from '../stores/world.ts';
import { carrier } from './control.ts';
import { keepFilterTimes } from './filter-times.ts';
import { searchBodies } from './pull-bodies.ts';
import { pullEvents } from './pull-events.ts';
import { pullLog } from './pull-log.ts';
import { pullSettings } from './pull-settings.ts';
import { pullStatus } from './pull-status.ts';
import { pullTraffic } from './pull-traffic.ts';
import { createPull } from './pull.ts';

/** Numbers that nobody reads faster than this. */
const COUNTS_GAP_MS = 500;
const TRAFFIC_GAP_MS = 250;
const EVENTS_GAP_MS = 100;
/** A single request shows at once; under load this many milliseconds of rows come together. */
const LOG_GAP_MS = 80;
/** The count of the last minute falls without any bell. */
const STATUS_EVERY_MS = 10_000;

const pulls = {
  status: createPull(pullStatus, COUNTS_GAP_MS),
  settings: createPull(pullSettings, COUNTS_GAP_MS),
  events: createPull(pullEvents, EVENTS_GAP_MS),
  traffic: createPull(pullTraffic, TRAFFIC_GAP_MS),
  log: createPull(pullLog, LOG_GAP_MS),
  bodies: createPull(searchBodies, LOG_GAP_MS),
};

function pullEverything(): void {
  for (const pull of Object.values(pulls)) pull.ring();
}

export function startSync(): void {
  keepFilterTimes();
  pullEverything();
  let known: Bell | null = null;
  carrier().onChange((bell) => {
    const before = known;
    known = bell;
    if (before === null || before.run !== bell.run) pullEverything();
    else pullChanged(before, bell);
    if (before === null || before.run !== bell.run || before.world !== bell.world) worldChanged();
  });
  setInterval(pulls.status.ring, STATUS_EVERY_MS);
  useConnection.subscribe((now, before) => now.mended !== before.mended && pullEverything());
  useLog.subscribe((now, before) => now.pausedAt === null && before.pausedAt !== null && pulls.log.ring());
  useLog.subscribe(
    (now, before) => now.window.rows !== before.window.rows && now.finds.size > 0 && pulls.bodies.ring(),
  );
  useLog.subscribe((now, before) => now.finds !== before.finds && pulls.bodies.ring());
  useView.subscribe((now, before) => now.screen !== before.screen && pulls.traffic.ring());
}

function pullChanged(before: Bell, bell: Bell): void {
  pulls.status.ring();
  if (bell.world !== before.world) pulls.settings.ring();
  // Sightings and places change with the traffic too.
  if (bell.world !== before.world || bell.traffic !== before.traffic) pulls.events.ring();
  // Who gets notices is a matter of the world, and shown with each client.
  if (bell.world !== before.world || bell.traffic !== before.traffic) pulls.traffic.ring();
  if (bell.log !== before.log) pulls.log.ring();
}
