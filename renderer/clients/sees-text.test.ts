// What clients may see of events.
import { expect, test } from 'vitest';
import type { AudienceView } from '../../app/contract/events.ts';
import { manyText, ruleText, seesText } from './sees-text.ts';

type View = AudienceView['spot'];

const FULL: View = {
  rule: { kind: 'first', count: 1 },
  holders: [{ client: 'a', place: 1, since: '2026-11-22T14:05:00Z' }],
  late: [],
  free: 0,
};
const OPEN: View = { rule: { kind: 'first', count: 2 }, holders: [], late: [], free: 2 };
const NOBODY: View = { rule: { kind: 'nobody' }, holders: [], late: [], free: null };
const ONLY_B: View = { rule: { kind: 'only', clients: ['b'] }, holders: [], late: [], free: null };

function audience(spot: View, maintenance = spot, lifecycle = spot): AudienceView {
  return { spot, maintenance, lifecycle };
}

test.each([
  ['a', audience(FULL), 'all'],
  ['b', audience(FULL), 'none'],
  ['b', audience(OPEN), 'all'],
  ['b', audience(FULL, OPEN, NOBODY), 'only maintenance'],
  ['b', audience(ONLY_B, ONLY_B, NOBODY), 'only spot, maintenance'],
])('%s sees %j as %s', (address, given, text) => {
  expect(seesText(address, given)).toBe(text);
});

test.each([
  [FULL, '1 of 3 clients will see interruptions.'],
  [OPEN, '2 of 3 clients will see interruptions.'],
  [ONLY_B, '1 of 3 clients will see interruptions.'],
  [NOBODY, 'No client will see interruptions.'],
])('%j in words', (spot, text) => {
  expect(manyText(['a', 'b', 'c'], audience(spot))).toBe(text);
});

test.each<[string, View, string]>([
  ['a', FULL, 'yes, place 1 of 1'],
  ['b', FULL, 'no, 1 of 1 taken'],
  ['b', OPEN, 'yes, 2 of 2 free'],
  ['b', ONLY_B, 'yes, it is named'],
  ['a', ONLY_B, 'no, others are named'],
  ['a', NOBODY, 'no, no client does'],
  ['a', { ...NOBODY, rule: { kind: 'everyone' } }, 'yes, every client does'],
])('%s by the rule %j: %s', (address, view, text) => {
  expect(ruleText(address, view)).toBe(text);
});
