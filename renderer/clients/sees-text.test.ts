// What clients may see of events, in words.
import { expect, test } from 'vitest';
import type { AudienceView } from '../../app/contract/events.ts';
import { manyText, seesText } from './sees-text.ts';

type View = AudienceView['spot'];

const FULL: View = {
  rule: { kind: 'first', count: 1 },
  holders: [{ client: 'a', place: 1, since: '2026-11-22T14:05:00Z' }],
  late: [],
  free: 0,
  yields: null,
};
const OPEN: View = { rule: { kind: 'first', count: 2 }, holders: [], late: [], free: 2, yields: null };
const NOBODY: View = { rule: { kind: 'nobody' }, holders: [], late: [], free: null, yields: null };
const EVERYONE: View = { rule: { kind: 'everyone' }, holders: [], late: [], free: null, yields: null };
const ONLY_B: View = { rule: { kind: 'only', clients: ['b'] }, holders: [], late: [], free: null, yields: null };

function client(sees: boolean, holds = false) {
  const spot = { sees, reason: '', byPlaces: false };
  return { sees: { spot, maintenance: spot, lifecycle: spot }, places: holds ? (['spot'] as const).slice() : [] };
}

test.each([
  [FULL, [client(true, true), client(false), client(false)], '1 of 3 clients will see interruptions.'],
  [OPEN, [client(true), client(true), client(true)], '2 of 3 clients will see interruptions.'],
  [ONLY_B, [client(false), client(true), client(false)], '1 of 3 clients will see interruptions.'],
  [EVERYONE, [client(true)], '1 of 1 client will see interruptions.'],
  [NOBODY, [client(false)], 'No client will see interruptions.'],
])('%j in words', (spot, clients, text) => {
  expect(manyText(clients, spot)).toBe(text);
});

test('yes or no, and why', () => {
  expect(seesText({ sees: true, reason: 'place 1 of 2', byPlaces: true })).toBe('yes, place 1 of 2');
  expect(seesText({ sees: false, reason: '2 of 2 taken', byPlaces: true })).toBe('no, 2 of 2 taken');
});
