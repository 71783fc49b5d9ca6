// Ticks: who has read a notice, and who is still expected to.
import { expect, test } from 'vitest';
import type { AudienceView, EventView } from '../../app/contract/events.ts';
import { seenRows } from './seen-rows.ts';

const AT = '2026-11-22T14:05:00Z';

function rebalance(...seen: [client: string, afterMs: number][]): EventView {
  return {
    kind: 'rebalance-recommendation',
    id: 'rebalance-1',
    instance: 'spot',
    group: 'spot',
    phase: 'noticed',
    by: 'panel',
    firedAt: AT,
    noticeAt: AT,
    noticeDueAt: AT,
    actionDueAt: null,
    skippedSeconds: 0,
    endedAt: null,
    seenBy: seen.map(([client, afterMs]) => ({ client, at: AT, movedAt: AT, afterMs, times: 1, lastAt: AT })),
  };
}

function audience(view: Partial<AudienceView['spot']>): AudienceView {
  const spot = { rule: { kind: 'first' as const, count: 2 }, holders: [], late: [], free: 2, yields: null, ...view };
  return { spot, maintenance: spot, lifecycle: spot };
}

test('readers come by how soon they were, then holders of places who have not read it', () => {
  const holders = [
    { client: 'c', place: 1, since: AT },
    { client: 'a', place: 2, since: AT },
  ];
  expect(seenRows(rebalance(['b', 900], ['a', 100]), audience({ holders }))).toEqual([
    { client: 'a', afterMs: 100 },
    { client: 'b', afterMs: 900 },
    { client: 'c', afterMs: null },
  ]);
});

test('who is named is expected to read it', () => {
  const rule = { kind: 'only' as const, clients: ['a'] };
  expect(seenRows(rebalance(), audience({ rule }))).toEqual([{ client: 'a', afterMs: null }]);
});

test('before the audience is known only readers are listed', () => {
  expect(seenRows(rebalance(['a', 1]), null)).toEqual([{ client: 'a', afterMs: 1 }]);
});
