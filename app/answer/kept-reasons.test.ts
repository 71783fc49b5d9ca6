// Equal reasons are one object; what differs in anything is another.
import { expect, test } from 'vitest';
import { exampleService } from '../service.example.ts';
import { createKeptReasons } from './kept-reasons.ts';
import type { TokenFinding, Why } from './why.ts';

const NONE: TokenFinding = { state: 'none' };
const PLACE = { path: 'meta-data/spot/instance-action' };
const AUDIENCE = { group: 'spot', rule: 'first', place: 1, count: 2, taken: 1 } as const;

function reason(changed: Partial<Why> = {}): Why {
  return {
    rule: 'event',
    instance: 'web',
    token: NONE,
    path: PLACE.path,
    events: ['a'],
    audience: { ...AUDIENCE },
    ...changed,
  };
}

test('a reason that is equal to the last one of its place is that one', () => {
  const { same } = createKeptReasons();
  const first = same(PLACE, reason());
  expect(same(PLACE, reason({ events: ['a'] }))).toBe(first);
});

test.each<[keyof Why, Partial<Why>]>([
  ['rule', { rule: 'no-place' }],
  ['instance', { instance: 'other' }],
  ['token', { token: { state: 'invalid' } }],
  ['path', { path: 'meta-data' }],
  ['fact', { fact: 'x' }],
  ['events', { events: ['a', 'b'] }],
  ['audience', { audience: { ...AUDIENCE, taken: 2 } }],
  ['firstSightingMs', { firstSightingMs: 0 }],
  ['leftAfterMs', { leftAfterMs: 1 }],
  ['given', { given: 'x' }],
  ['override', { override: 'x' }],
])('another %s is another reason', (_part, changed) => {
  const { same } = createKeptReasons();
  const first = same(PLACE, reason());
  const other = reason(changed);
  expect(same(PLACE, other)).toBe(other);
  expect(other).not.toBe(first);
});

test('the reason why nothing is at a path is made once for an instance value', () => {
  const service = exampleService();
  const [first, again] = [service.get('meta-data/nothing'), service.get('meta-data/nothing')];
  expect(first.why).toMatchObject({ rule: 'not-found' });
  expect(again.why).toBe(first.why);
  service.change((instance) => ({ ...instance, overrides: { 'meta-data/nothing': { absent: true } } }));
  expect(service.get('meta-data/nothing').why).toMatchObject({ rule: 'made-absent' });
});

test('it remembers a bounded number of paths', () => {
  const { absence } = createKeptReasons();
  const instance = exampleService().instance();
  const first = absence(instance, 'a');
  expect(absence(instance, 'a')).toBe(first);
  for (let i = 0; i < 200; i += 1) absence(instance, `path-${i}`);
  expect(absence(instance, 'a')).not.toBe(first);
});
