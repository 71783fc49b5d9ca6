// A notice is set once and does not slide: a client that keys its work by the bytes sees one event (imds.md 3.1).
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleService, type ExampleService, INSTANCE_ACTION } from '../service.example.ts';
import * as step from '../steps.example.ts';
import { SCHEDULED_PATH } from './maintenance.ts';

const seconds = fc.integer({ min: 0, max: 300 });
const kind = fc.constantFrom('spot-interruption', 'rebalance-recommendation', 'maintenance', 'lifecycle');
const steps = fc.array(
  fc.oneof(
    fc.record({ noticeInSeconds: seconds, rebalanceSecondsBefore: seconds }).map(step.interruptStep),
    seconds.map(step.rebalanceStep),
    fc.record({ code: fc.constantFrom('instance-stop', 'system-reboot') }).map(step.maintenanceStep),
    seconds.map(step.skipStep),
    seconds.map((wait) => step.waitStep(wait * 1000)),
    fc.integer({ min: 0, max: 30 * 86_400_000 }).map(step.waitStep),
    fc.tuple(kind, fc.constantFrom('cancelled', 'completed')).map((given) => step.endStep(...given)),
    fc.constant(step.factsStep('key', 'AAAA', true)),
  ),
  { minLength: 5, maxLength: 30 },
);

/** What is on the wire now: each notice by its path and event, with its bytes. */
function notices(service: ExampleService): Map<string, string> {
  const found = new Map<string, string>();
  for (const path of [
    INSTANCE_ACTION,
    'meta-data/spot/termination-time',
    'meta-data/events/recommendations/rebalance',
  ]) {
    const { status, body, why } = service.get(path);
    if (status === 200) found.set(`${path} ${why.events?.join(' ') ?? ''}`, body);
  }
  const scheduled = JSON.parse(String(service.read(SCHEDULED_PATH))) as { EventId: string }[];
  for (const one of scheduled) found.set(one.EventId, JSON.stringify(one));
  return found;
}

/** The ids, and those on the wire, of what has not ended. */
function unfinished(service: ExampleService): string[] {
  const events = service.instance().events.filter(({ ending }) => !ending);
  return events.map((event) => (event.kind === 'maintenance' ? event.eventId : event.id));
}

test('its bytes never change from poll to poll, and it stays until it ends', { timeout: 60_000 }, () => {
  const property = fc.property(steps, (given) => {
    const everyone = { kind: 'everyone' as const };
    const service = exampleService((one) => ({
      ...one,
      audience: { spot: everyone, maintenance: everyone, lifecycle: everyone },
    }));
    let before = new Map<string, string>();
    for (const one of given) {
      one(service);
      const now = notices(service);
      const alive = unfinished(service);
      const kept = [...before].filter(([name]) => alive.some((id) => name.endsWith(id)));
      expect([...now]).toEqual(expect.arrayContaining(kept));
      before = now;
    }
  });
  fc.assert(property, { numRuns: 100 });
});
