// What the header says of an event, phase by phase.
import { expect, test } from 'vitest';
import type { EventView } from '../../app/contract/events.ts';
import { bannerText } from './banner-text.ts';
import { openPhase, pressingEvent } from './standing.ts';

const START = Date.parse('2026-11-22T14:05:00Z');
const iso = (seconds: number) => new Date(START + seconds * 1000).toISOString();
const at = (seconds: number) => START + seconds * 1000;

const common = {
  id: 'one',
  instance: 'spot',
  phase: 'noticed' as const,
  by: 'panel' as const,
  firedAt: iso(-30),
  noticeAt: iso(0),
  noticeDueAt: iso(0),
  actionDueAt: null,
  skippedSeconds: 0,
  endedAt: null,
  seenBy: [],
};
const spot = (action: 'terminate' | 'stop' | 'hibernate'): EventView => ({
  ...common,
  kind: 'spot-interruption',
  group: 'spot',
  action,
  actionAt: iso(120),
  actionDueAt: iso(120),
});
const rebalance: EventView = { ...common, kind: 'rebalance-recommendation', group: 'spot' };
const lifecycle: EventView = { ...common, kind: 'lifecycle', group: 'lifecycle', state: 'Terminated', from: iso(0) };
const maintenance: EventView = {
  ...common,
  kind: 'maintenance',
  group: 'maintenance',
  code: 'system-reboot',
  description: 'scheduled reboot',
  eventId: 'instance-event-0123456789abcdef0',
  notBefore: iso(7 * 86_400),
  notAfter: null,
};

test.each<[EventView, number, string, string | null]>([
  [spot('terminate'), -12, 'Interruption notice in', '00:12'],
  [spot('terminate'), 18, 'Terminates in', '01:42'],
  [spot('stop'), 18, 'Stops in', '01:42'],
  [spot('hibernate'), 18, 'Hibernates in', '01:42'],
  [spot('terminate'), 121, 'Termination time passed', null],
  [rebalance, -5, 'Rebalance in', '00:05'],
  [rebalance, 5, 'Rebalance recommended', null],
  [lifecycle, 5, 'Target state Terminated', null],
  [maintenance, 5, 'system-reboot in', '7 days'],
  [maintenance, 8 * 86_400, 'system-reboot due', null],
])('%#', (event, seconds, words, count) => {
  expect(bannerText(event, at(seconds))).toEqual({ words, count });
});

test('an interruption is spoken of before all else', () => {
  expect(pressingEvent([maintenance, rebalance, spot('stop'), lifecycle], at(5))?.kind).toBe('spot-interruption');
  expect(pressingEvent([maintenance, rebalance, lifecycle], at(5))?.kind).toBe('lifecycle');
  expect(pressingEvent([{ ...spot('stop'), phase: 'cancelled' }], at(5))).toBeNull();
});

test('the phase follows the times that a skip has moved', () => {
  const skipped: EventView = { ...spot('terminate'), noticeDueAt: iso(-90), actionDueAt: iso(30), skippedSeconds: 90 };
  expect([-91, 0, 30].map((seconds) => openPhase(skipped, at(seconds)))).toEqual(['scheduled', 'noticed', 'reached']);
});
