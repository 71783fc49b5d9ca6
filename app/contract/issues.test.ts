// Input that fails its schema is refused field by field, each with its message (api.md).
import { describe, expect, test } from 'vitest';
import { contract, type OperationName } from './contract.ts';
import { readInput } from './issues.ts';
import type { Result } from '../result.ts';

function refused(name: OperationName, input: unknown) {
  const read: Result<unknown> = readInput(contract[name].input, input);
  if (read.ok) throw new Error('It was taken.');
  return read.error;
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
  expect(refused('world.put', []).message).toBe('An object is needed.');
});

test('a key that may not be is told why', () => {
  expect(refused('facts.patch', { tags: { 'a b': '' } }).message).toContain('A tag key has up to 255 letters');
});

test.each([
  ['events.skip', {}, 'Give seconds, a number above 0, or to: "notice" or "action".'],
  ['events.maintenance', { code: 'reboot' }, 'code: Use one of instance-reboot, system-reboot,'],
  ['events.maintenance', { code: 'system-reboot', notBefore: 'noon' }, 'notBefore: A time as in RFC 3339 is needed'],
  ['events.interrupt', { noticeSeconds: -1 }, 'noticeSeconds: At least 0 is needed.'],
  ['events.interrupt', { action: 7 }, 'action: Use one of terminate, stop, hibernate.'],
  ['metadata.set', { path: 'a', value: 7 }, 'value: A text is needed.'],
  ['clients.patch', { address: '10.0.0.7', label: 'x'.repeat(81) }, 'label: At most 80 characters are allowed.'],
  ['requests.get', {}, 'sequence:'],
  ['options.patch', { httpEndpoint: 'off' }, 'httpEndpoint: Use one of enabled, disabled.'],
  ...[0, 65, 1.5, '2', null].map((httpPutResponseHopLimit): [OperationName, unknown, string] => [
    'options.patch',
    { httpPutResponseHopLimit },
    'httpPutResponseHopLimit: A whole number from 1 to 64 is needed, such as 2.',
  ]),
  ['options.patch', { state: 'applied' }, 'state: There is no such field here; leave it out.'],
  ['presets.apply', { name: 'linux' }, 'name: There is no such preset. Use one of spot, on-demand, '],
] satisfies [OperationName, unknown, string][])('%s %j: what is allowed', (name, input, words) => {
  expect(refused(name, input).message).toContain(words);
});
