// What an action answers is shown before the next pull.
import { expect, test } from 'vitest';
import type { EventView } from '../../app/contract/events.ts';
import { mergedEvents } from './world.ts';

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
