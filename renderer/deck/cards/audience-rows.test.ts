// Who is shown under "Who gets notices", for each rule.
import { expect, test } from 'vitest';
import type { AudienceView, EventView } from '../../../app/contract/events.ts';
import type { ClientView } from '../../../app/contract/traffic.ts';
import { audienceGroups, emptyText, everyText, ruleText } from './audience-rows.ts';

const at = '2026-11-22T14:05:00.000Z';
const nobodyYet: AudienceView['spot'] = {
  rule: { kind: 'first', count: 2 },
  holders: [],
  late: [],
  free: 2,
  yields: null,
};
const empty: AudienceView = { spot: nobodyYet, maintenance: nobodyYet, lifecycle: nobodyYet };

function interruption(id: string, readers: [string, number][]): EventView {
  const seenBy = readers.map(([client, afterMs]) => ({ client, at, movedAt: at, afterMs, times: 1, lastAt: at }));
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
  yields: null,
};

const NOW = Date.parse(at) + 5000;

function groupsOf(audience: AudienceView, events: EventView[], clients: ClientView[] = [], now = NOW) {
  return audienceGroups({ audience, events, clients, now });
}

const firstStanding = (events: EventView[]) => groupsOf({ ...empty, spot: taken }, events)[0]?.rows[0]?.standing;

test('holders come in the order of their places, then who was too late', () => {
  const [spot] = groupsOf({ ...empty, spot: taken }, [interruption('a', [['10.0.0.7', 3112]])]);
  expect(spot?.rows.map(({ client, standing, afterMs }) => [client, standing, afterMs])).toEqual([
    ['10.0.0.7', 'seen', 3112],
    ['10.0.0.9', 'waiting', null],
  ]);
  expect(spot?.late.map(({ client }) => client)).toEqual(['10.0.0.4']);
});

test('a new interruption has not been read by those who read the last one', () => {
  const before: EventView = { ...interruption('a', [['10.0.0.7', 3112]]), phase: 'cancelled' };
  expect([firstStanding([before]), firstStanding([interruption('b', []), before])]).toEqual(['seen', 'waiting']);
});

test('with everyone, those who have read it are shown', () => {
  const spot: AudienceView['spot'] = { rule: { kind: 'everyone' }, holders: [], late: [], free: null, yields: null };
  const [group] = groupsOf({ ...empty, spot }, [interruption('a', [['10.0.0.7', 5]])]);
  expect(group?.rows).toEqual([{ group: 'spot', client: '10.0.0.7', standing: 'seen', afterMs: 5, everyMs: null }]);
});

test('those named are shown before they have asked', () => {
  const spot: AudienceView['spot'] = {
    rule: { kind: 'only', clients: ['10.0.0.4'] },
    holders: [],
    late: [],
    free: null,
    yields: null,
  };
  expect(groupsOf({ ...empty, spot }, [])[0]?.rows[0]?.standing).toBe('waiting');
});

test('groups without anybody are left out', () => {
  expect(groupsOf(empty, [])).toEqual([]);
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
  expect([{ kind: 'first', count: 2 } as const, { kind: 'everyone' } as const].map(emptyText)).toEqual([
    'Nobody asks for notices yet. The first two that ask while there is one will see it.',
    'Nobody asks for notices yet. Everyone who does will see them.',
  ]);
});

function asking(address: string, path: string, everyMs: number | null, lastAt = at): ClientView {
  const sees = { sees: true, reason: '', byPlaces: false };
  return {
    instance: 'spot',
    address,
    label: null,
    agent: '',
    firstSeen: at,
    lastSeen: lastAt,
    requests: 1,
    v1Share: 0,
    lastTarget: path,
    places: [],
    hops: 1,
    hopsGiven: false,
    sees: { spot: sees, maintenance: sees, lifecycle: sees },
    polls: [{ path, everyMs, times: 3, lastAt }],
    notice: null,
    diagnosis: '',
    credentials: [],
  };
}

const ACTION = 'meta-data/spot/instance-action';

test('before any notice, those who ask for it are shown, and how often', () => {
  const clients = [
    asking('10.0.0.7', ACTION, 1000),
    asking('10.0.0.8', 'meta-data/autoscaling/target-lifecycle-state', null),
  ];
  const shown = groupsOf(empty, [], clients).map(({ group, rows }) => [
    group,
    rows.map(({ client, standing, everyMs }) => `${client} ${standing} ${everyText(everyMs)}`),
  ]);
  expect(shown).toEqual([
    ['spot', ['10.0.0.7 asking every 1.0 s']],
    ['lifecycle', ['10.0.0.8 asking asks']],
  ]);
});

test('who holds a place, or came too late for one, is not shown a second time', () => {
  const clients = ['10.0.0.7', '10.0.0.4', '10.0.0.5'].map((address) => asking(address, ACTION, 1000));
  const [spot] = groupsOf({ ...empty, spot: taken }, [interruption('a', [['10.0.0.7', 5]])], clients);
  expect(spot?.rows.map(({ client, standing }) => [client, standing])).toEqual([
    ['10.0.0.7', 'seen'],
    ['10.0.0.9', 'waiting'],
    ['10.0.0.5', 'asking'],
  ]);
});

test('who asked last longer ago than a minute, and than a few of its gaps, asks no more', () => {
  const at70 = Date.parse(at) + 70_000;
  expect(groupsOf(empty, [], [asking('10.0.0.7', ACTION, 1000)], at70)).toEqual([]);
  expect(groupsOf(empty, [], [asking('10.0.0.7', ACTION, 30_000)], at70)).toHaveLength(1);
});

test('where nobody gets notices, who asks is not shown', () => {
  const spot: AudienceView['spot'] = { ...nobodyYet, rule: { kind: 'nobody' }, free: null };
  expect(groupsOf({ ...empty, spot }, [], [asking('10.0.0.7', ACTION, 1000)])).toEqual([]);
});
