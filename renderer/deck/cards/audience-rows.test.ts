// Who is shown under "Who gets notices", for each rule.
import { expect, test } from 'vitest';
import type { AudienceView, EventView } from '../../../app/contract/events.ts';
import { audienceGroups, emptyText, ruleText } from './audience-rows.ts';

const at = '2026-11-22T14:05:00.000Z';
const nobodyYet: AudienceView['spot'] = { rule: { kind: 'first', count: 2 }, holders: [], late: [], free: 2 };
const empty: AudienceView = { spot: nobodyYet, maintenance: nobodyYet, lifecycle: nobodyYet };

function interruption(id: string, readers: [string, number][]): EventView {
  const seenBy = readers.map(([client, afterMs]) => ({ client, at, afterMs, times: 1, lastAt: at }));
  return {
    kind: 'spot-interruption',
    id,
    instance: 'spot',
    group: 'spot',
    phase: 'noticed',
    by: 'panel',
    firedAt: at,
    noticeAt: at,
    noticeDueAt: at,
    actionDueAt: at,
    actionAt: at,
    action: 'terminate',
    skippedSeconds: 0,
    endedAt: null,
    seenBy,
  };
}

const taken: AudienceView['spot'] = {
  rule: { kind: 'first', count: 2 },
  holders: [
    { client: '10.0.0.9', place: 2, since: at },
    { client: '10.0.0.7', place: 1, since: at },
  ],
  late: [{ client: '10.0.0.4', at }],
  free: 0,
};

const firstStanding = (events: EventView[]) => audienceGroups({ ...empty, spot: taken }, events)[0]?.rows[0]?.standing;

test('holders come in the order of their places, then who was too late', () => {
  const [spot] = audienceGroups({ ...empty, spot: taken }, [interruption('a', [['10.0.0.7', 3112]])]);
  expect(spot?.rows.map(({ client, standing, afterMs }) => [client, standing, afterMs])).toEqual([
    ['10.0.0.7', 'seen', 3112],
    ['10.0.0.9', 'waiting', null],
    ['10.0.0.4', 'late', null],
  ]);
});

test('a new interruption has not been read by those who read the last one', () => {
  const before: EventView = { ...interruption('a', [['10.0.0.7', 3112]]), phase: 'cancelled' };
  expect([firstStanding([before]), firstStanding([interruption('b', []), before])]).toEqual(['seen', 'waiting']);
});

test('with everyone, those who have read it are shown', () => {
  const spot: AudienceView['spot'] = { rule: { kind: 'everyone' }, holders: [], late: [], free: null };
  const [group] = audienceGroups({ ...empty, spot }, [interruption('a', [['10.0.0.7', 5]])]);
  expect(group?.rows).toEqual([{ group: 'spot', client: '10.0.0.7', standing: 'seen', afterMs: 5 }]);
});

test('those named are shown before they have asked', () => {
  const spot: AudienceView['spot'] = {
    rule: { kind: 'only', clients: ['10.0.0.4'] },
    holders: [],
    late: [],
    free: null,
  };
  expect(audienceGroups({ ...empty, spot }, [])[0]?.rows[0]?.standing).toBe('waiting');
});

test('groups without anybody are left out', () => {
  expect(audienceGroups(empty, [])).toEqual([]);
});

test.each([
  [{ kind: 'first', count: 2 }, 'first 2 clients'],
  [{ kind: 'first', count: 1 }, 'first client'],
  [{ kind: 'everyone' }, 'everyone'],
  [{ kind: 'nobody' }, 'nobody'],
  [{ kind: 'only', clients: ['10.0.0.4'] }, 'only 10.0.0.4'],
  [{ kind: 'only', clients: ['10.0.0.4', '10.0.0.5'] }, 'only 2 named'],
] as const)('%o reads %s', (rule, text) => {
  expect(ruleText(rule.kind === 'only' ? { kind: 'only', clients: [...rule.clients] } : rule)).toBe(text);
});

test('an empty list says who would be let in', () => {
  expect(emptyText({ kind: 'first', count: 2 })).toBe('Nobody has asked yet. The first two that do will see them.');
});
