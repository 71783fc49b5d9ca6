// Writes into the log what happens to events, so that cause and effect stand together: edits as they come, and what time alone brings.
import { editedEvents, missedEvents, passedEvents } from '../../app/log/happenings.ts';
import type { World } from '../../app/world/world.ts';
import type { WorldStore } from '../world-store.ts';
import type { RequestLog } from './request-log.ts';

export type Chronicle = {
  /** Notes what became due up to now. */
  passTime: () => void;
};

/** `startedAt`: before the world was opened, in milliseconds since 1970. */
type Used = { world: WorldStore; log: RequestLog; now: () => number; startedAt: number };

/** Begins with the events that came to their end while nobody was there. */
export function createChronicle({ world, log, now, startedAt }: Used): Chronicle {
  let known = world.world();
  let upTo = startedAt;
  for (const instance of known.instances) missedEvents(instance, startedAt).forEach(log.addLine);

  function passTime(): void {
    const from = upTo;
    upTo = now();
    for (const instance of known.instances) passedEvents(instance, from, upTo).forEach(log.addLine);
  }

  function follow(next: World): void {
    const since = upTo;
    passTime();
    const before = new Map(known.instances.map((instance) => [instance.name, instance]));
    known = next;
    for (const instance of next.instances)
      editedEvents(before.get(instance.name), instance, { since, now: upTo }).forEach(log.addLine);
  }

  world.subscribe(follow);
  return { passTime };
}
