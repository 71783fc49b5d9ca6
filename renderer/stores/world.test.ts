// What an action answers is shown before the next pull.
import { expect, test } from 'vitest';
import type { EventView } from '../../app/contract/events.ts';
import { lastMoment, mergedEvents, tookEvents } from './world.ts';
import { serverNow } from './clock.ts';

const at = '2026-11-22T14:05:00.000Z';

function recommendation(id: string, phase: EventView['phase'] = 'noticed'): EventView {
  const times = { firedAt: at, noticeAt: at, noticeDueAt: at, actionDueAt: null, endedAt: null };
  const rest = { group: 'spot' as const, by: 'panel' as const, skippedSeconds: 0, seenBy: [] };
  return { kind: 'rebalance-recommendation', id, instance: 'spot', phase, ...times, ...rest };
}

test('new events come first, known ones are replaced where they are', () => {
  const merged = mergedEvents(
    [recommendation('b'), recommendation('a')],
    [recommendation('a', 'cancelled'), recommendation('c')],
  );
  expect(merged.map(({ id, phase }) => [id, phase])).toEqual([
    ['c', 'noticed'],
    ['b', 'noticed'],
    ['a', 'cancelled'],
  ]);
});

const after = (seconds: number) => new Date(Date.parse(at) + seconds * 1000).toISOString();

test.each<[string, Partial<EventView>, string]>([
  ['fired', { phase: 'scheduled', noticeDueAt: after(60) }, at],
  ['noticed', { noticeDueAt: after(60) }, after(60)],
  ['reached', { phase: 'reached', noticeDueAt: after(60), actionDueAt: after(180) }, after(180)],
  ['ended', { phase: 'cancelled', noticeDueAt: after(60), endedAt: after(5) }, after(5)],
  [
    'read',
    { seenBy: [{ client: 'a', at: after(1), movedAt: after(1), afterMs: 1000, times: 2, lastAt: after(7) }] },
    after(7),
  ],
])('an answer about an event that is %s came after that', (_, changed, moment) => {
  expect(new Date(lastMoment([{ ...recommendation('a'), ...changed } as EventView])).toISOString()).toBe(moment);
});

test('the clock is where the answer was, at once', () => {
  const ahead = new Date(Date.now() + 5000).toISOString();
  tookEvents([{ ...recommendation('a'), noticeDueAt: ahead }]);
  expect(serverNow()).toBeGreaterThanOrEqual(Date.parse(ahead));
});
