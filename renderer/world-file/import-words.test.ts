// What is said before another world is taken over.
import { expect, test } from 'vitest';
import type { WorldChanges } from '../../app/contract/metadata.ts';
import { AEMM_EXCEPTIONS, besidesLines, wouldText } from './import-words.ts';

const SAME: WorldChanges = {
  changed: [],
  options: [],
  profile: { was: 'ec2', is: 'ec2' },
  instances: { was: ['spot'], is: ['spot'] },
  events: { was: 0, is: 0 },
  audience: false,
  warnings: [],
};

test('paths and options are counted', () => {
  const changed = [{ path: 'meta-data/mac', was: 'a', is: 'b' }];
  const options = [{ option: 'httpTokens', was: 'optional', is: 'required' }];
  expect(wouldText({ changed, options: [] })).toBe('1 path would change. It can be undone.');
  expect(wouldText({ changed: [...changed, ...changed], options })).toMatch(/^2 paths and 1 option would change/);
});

test.each<[Partial<WorldChanges>, string[]]>([
  [{}, []],
  [{ events: { was: 1, is: 4 } }, ['1 event under way goes, 4 events come.']],
  [{ events: { was: 0, is: 1 } }, ['1 event comes.']],
  [{ instances: { was: ['spot'], is: ['a', 'b'] } }, ['Instances: a, b in place of spot.']],
  [{ audience: true }, ['Other clients get notices: the rule changes.']],
  [{ profile: { was: 'ec2', is: 'aemm' } }, [AEMM_EXCEPTIONS]],
  [{ profile: { was: 'aemm', is: 'aemm' } }, []],
])('besides: %j', (changes, lines) => {
  expect(besidesLines({ ...SAME, ...changes })).toEqual(lines);
});
