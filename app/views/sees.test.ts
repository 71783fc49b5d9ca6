// Whether a client gets notices, and the words for it.
import { expect, test } from 'vitest';
import { seesGroup } from './sees.ts';

const HELD = new Map([
  ['10.0.0.7', 1],
  ['10.0.0.8', 2],
]);
const NONE = new Map<string, number>();

test.each([
  [{ kind: 'everyone' }, NONE, true, 'every client does'],
  [{ kind: 'nobody' }, NONE, false, 'no client does'],
  [{ kind: 'only', clients: ['10.0.0.9'] }, NONE, true, 'it is named'],
  [{ kind: 'only', clients: ['::ffff:10.0.0.9'] }, NONE, true, 'it is named'],
  [{ kind: 'only', clients: ['10.0.0.7'] }, NONE, false, 'others are named'],
  [{ kind: 'first', count: 2 }, HELD, false, '2 of 2 taken'],
  [{ kind: 'first', count: 3 }, HELD, true, '1 of 3 free'],
  [{ kind: 'first', count: 3 }, new Map([...HELD, ['10.0.0.9', 3]]), true, 'place 3 of 3'],
] as const)('%o', (rule, places, sees, reason) => {
  const own = rule.kind === 'only' ? { ...rule, clients: [...rule.clients] } : rule;
  expect(seesGroup(own, places, '10.0.0.9')).toEqual({ sees, reason, byPlaces: rule.kind === 'first' });
});
