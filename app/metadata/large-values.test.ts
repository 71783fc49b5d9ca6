// A value of 64 KiB, of whatever letters and wherever it is given, is taken or refused at once.
import { expect, test } from 'vitest';
import { problemsOf } from '../filter/strict.ts';
import { USER_DATA_PATH } from './catalog/moment.ts';
import { CATALOG, concretePath } from './catalog/paths.ts';
import { editFact, patchFacts, setOverride } from './edit.ts';
import { example, NO_ABILITIES } from './instance.example.ts';

const SIZE = 65_536;
const repeated = (text: string, before = '', after = '') =>
  before + text.repeat((SIZE - before.length - after.length) / text.length) + after;

const VALUES = [
  repeated('a'),
  repeated('\n'),
  repeated('a\n'),
  repeated('.'),
  repeated(':'),
  repeated('/'),
  repeated('1'),
  repeated('-'),
  repeated('a.'),
  repeated('a/'),
  repeated(' '),
  repeated('10.0.0.1\n'),
  repeated('2001:db8:8:4::1\n'),
  repeated('sg-0123abcd\n'),
  repeated('a.', 'ip-10-0-12-34.'),
  repeated('a-', 'ip-10-0-12-34.'),
  repeated('m', '', '.large'),
  repeated('east-', 'us-', '1'),
  repeated('-a', 'us-east-1'),
  repeated('A', 'ssh-rsa '),
];

const instance = example({ placementGroup: 'my-group', lifecycleState: 'InService' });
const PARTS = {
  mac: '0e:49:61:0f:c3:11',
  role: 'metadeck-role',
  index: '0',
  device: 'ebs1',
  key: 'Name',
  'public-ip': '203.0.113.25',
};
/** But for user data, which the machine makes bytes of. */
const PATHS = CATALOG.flatMap((entry) => concretePath(entry, PARTS) ?? []).filter((path) => path !== USER_DATA_PATH);

/** A millisecond or two by themselves; what grows with the square of the length takes a thousand times as long. */
const MOST_MS = 50;

/** The quickest of some tries, as others may use the processor. */
function quickest(what: () => unknown): number {
  const tries = [1, 2, 3, 4, 5].map(() => {
    const before = performance.now();
    what();
    return performance.now() - before;
  });
  return Math.min(...tries);
}

function slowOf(what: (value: string) => unknown): string[] {
  const slow = VALUES.filter((value) => quickest(() => what(value)) > MOST_MS);
  return slow.map((value) => JSON.stringify(value.slice(0, 30)));
}

test.each(PATHS)('set on %s', (path) => {
  expect(slowOf((value) => editFact(instance, path, value, NO_ABILITIES))).toEqual([]);
});

test.each(Object.keys(instance.facts))('given for the fact %s', (fact) => {
  const patch = (value: unknown): object => ({ [fact]: value });
  expect(slowOf((value) => patchFacts(instance, patch(value)))).toEqual([]);
});

test('given as a tag, as a path alone, or as a filter', () => {
  expect(slowOf((value) => patchFacts(instance, { tags: { [value]: value } }))).toEqual([]);
  expect(slowOf((value) => setOverride(instance, 'meta-data/own', { value }))).toEqual([]);
  expect(slowOf((value) => setOverride(instance, value, { value: '' }))).toEqual([]);
  expect(slowOf((value) => problemsOf(value.replaceAll('\n', 'a')))).toEqual([]);
  expect(slowOf((value) => problemsOf(`why:${value.replaceAll('\n', 'a')}`))).toEqual([]);
});
