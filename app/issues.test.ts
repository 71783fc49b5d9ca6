// Input that fails its schema is refused field by field, each with its message (api.md).
import { describe, expect, test } from 'vitest';
import { contract, type OperationName } from './contract.ts';
import { refusedInput } from './issues.ts';

function refused(name: OperationName, input: unknown) {
  const parsed = contract[name].input.safeParse(input);
  if (parsed.success) throw new Error('It was taken.');
  return refusedInput(parsed.error).error;
}

describe('which field', () => {
  test.each([
    ['an unknown one', 'events.interrupt', { nope: 1 }, ['nope']],
    ['several unknown ones', 'events.interrupt', { nope: 1, neither: 2 }, ['nope', 'neither']],
    [
      'an unknown one deeper down',
      'facts.patch',
      { keyPair: { name: 'a', publicKey: 'b', c: 1 } },
      ['keyPair.publicKey', 'keyPair.c'],
    ],
    ['a wrong one', 'settings.patch', { port: 70_000 }, ['port']],
    ['several wrong ones', 'settings.patch', { port: 70_000, theme: 'pink' }, ['theme', 'port']],
    ['a missing one', 'events.maintenance', {}, ['code']],
    ['a key that may not be', 'facts.patch', { tags: { 'a b': '' } }, ['tags.a b']],
    ['the closest branch of a union', 'metadata.set', { path: 'a', absent: false }, ['absent']],
    ['an unknown one in a union', 'metadata.set', { path: 'a', value: 'b', nope: 1 }, ['nope']],
    ['the kind of a rule', 'audience.set', { kind: 'some' }, ['kind']],
    ['what belongs to a kind', 'audience.set', { kind: 'first' }, ['count']],
    ['a number in a query', 'requests.list', { limit: '501' }, ['limit']],
    ['no object at all', 'world.put', [], ['']],
  ] satisfies [string, OperationName, unknown, string[]][])('%s', (_name, operation, input, paths) => {
    const { code, issues = [] } = refused(operation, input);
    expect(code).toBe('INVALID_INPUT');
    expect(issues.map(({ path }) => path)).toEqual(paths);
    for (const { message } of issues) expect(message).not.toBe('');
  });
});

test('the first is said in front, with its field', () => {
  expect(refused('events.interrupt', { nope: 1 }).message).toBe('nope: There is no such field here; leave it out.');
  expect(refused('world.put', []).message).toBe('Invalid input: expected object, received array');
});

test('a key that may not be is told why', () => {
  expect(refused('facts.patch', { tags: { 'a b': '' } }).message).toContain('A tag key may have letters');
});
