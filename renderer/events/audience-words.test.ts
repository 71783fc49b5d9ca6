// Who gets notices, as the Events screen says it.
import { expect, test } from 'vitest';
import type { AudienceView } from '../../app/contract/events.ts';
import { oneRule, placesText } from './audience-words.ts';

type View = AudienceView['spot'];

const FIRST_TWO: View = { rule: { kind: 'first', count: 2 }, holders: [], late: [], free: 2, yields: null };

function held(...clients: string[]): View {
  const holders = clients.map((client, index) => ({ client, place: index + 1, since: '2026-11-22T14:05:00Z' }));
  return { ...FIRST_TWO, holders, free: 2 - clients.length };
}

test.each<[string, View]>([
  ['The first 2 clients to ask for a notice will see these.', FIRST_TWO],
  ['1 of 2 places taken.', held('10.0.0.7')],
  ['2 of 2 places taken; who asks now is too late.', held('10.0.0.7', '10.0.0.9')],
  ['Every client sees these notices.', { ...FIRST_TWO, rule: { kind: 'everyone' }, free: null, yields: null }],
  ['No client sees these notices.', { ...FIRST_TWO, rule: { kind: 'nobody' }, free: null, yields: null }],
  [
    'Only 10.0.0.7 sees these notices.',
    { ...FIRST_TWO, rule: { kind: 'only', clients: ['10.0.0.7'] }, free: null, yields: null },
  ],
])('%s', (words, view) => {
  expect(placesText(view)).toBe(words);
});

test('the same rule for all three groups is one rule, in whatever order its clients are named', () => {
  const only = (clients: string[]): View => ({ ...FIRST_TWO, rule: { kind: 'only', clients } });
  const same = { spot: only(['a', 'b']), maintenance: only(['b', 'a']), lifecycle: only(['a', 'b']) };
  expect(oneRule(same)).toBe(true);
  expect(oneRule({ ...same, lifecycle: FIRST_TWO })).toBe(false);
});
