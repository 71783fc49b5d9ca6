// What is worth a notification, and what is not.
import { expect, test } from 'vitest';
import type { EventView } from '../../app/contract/events.ts';
import { isTooSoon, type Look, newsBetween, QUIET_MS, type Told } from './news.ts';

const AT = '2026-11-22T14:05:00Z';

function spot(phase: EventView['phase'], ...readers: string[]): EventView {
  return {
    kind: 'spot-interruption',
    id: 'spot-1',
    instance: 'spot',
    group: 'spot',
    phase,
    by: 'cli',
    firedAt: AT,
    noticeAt: AT,
    noticeDueAt: AT,
    actionDueAt: AT,
    skippedSeconds: 0,
    endedAt: null,
    action: 'terminate',
    actionAt: AT,
    seenBy: readers.map((client) => ({ client, at: AT, movedAt: AT, afterMs: 3100, times: 1, lastAt: AT })),
  };
}

function look(...events: EventView[]): Look {
  return { events, state: 'listening' };
}

function settings(before: Look | null, after: Look): string[] {
  return newsBetween(before, after).map(({ setting }) => setting);
}

test.each<[string, Look | null, Look, string[]]>([
  ['what is there at the first look', null, look(spot('noticed', 'a')), []],
  ['a notice that has come', look(), look(spot('noticed')), ['notifyInterruption']],
  ['a scheduled one, only when its notice comes', look(), look(spot('scheduled')), []],
  ['the first reader', look(spot('noticed')), look(spot('noticed', 'a')), ['notifySighting']],
  ['the second reader', look(spot('noticed', 'a')), look(spot('noticed', 'a', 'b')), []],
  ['the action time', look(spot('noticed', 'a')), look(spot('reached', 'a')), ['notifyAction']],
  ['a cancelled one', look(spot('noticed')), look(spot('cancelled')), []],
  ['a server that fails', look(), { events: [], state: 'failed' }, ['notifyStopped']],
  ['a server that somebody stopped', look(), { events: [], state: 'stopped' }, []],
])('%s', (_, before, after, expected) => {
  expect(settings(before, after)).toEqual(expected);
});

test('of each kind there is one in five seconds', () => {
  const told: Told = new Map();
  const [first] = newsBetween({ events: [], state: 'listening' }, { events: [], state: 'failed' });
  if (first === undefined) throw new Error('There is no news.');
  expect(isTooSoon(told, first, 0)).toBe(false);
  expect(isTooSoon(told, { ...first, setting: 'notifySighting' }, 1)).toBe(false);
  expect(isTooSoon(told, first, QUIET_MS - 1)).toBe(true);
  expect(isTooSoon(told, first, QUIET_MS)).toBe(false);
});
