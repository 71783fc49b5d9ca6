// Which paths may be overridden, and with what (behaviour.md, Edits).
import { expect, test } from 'vitest';
import { isAtOrBelow, overrideProblem, pathProblem } from './override-rules.ts';
import type { Override, Overrides } from './overrides.ts';

const VALUE: Override = { value: 'x' };
const ABSENT: Override = { absent: true };

test.each([
  'meta-data/instance-id',
  'meta-data/own/path',
  'meta-data/with space',
  'meta-data/Ünïcode',
  'dynamic/own',
  'user-data',
  `meta-data/${'x'.repeat(255)}`,
])('%s is well formed', (path) => {
  expect(pathProblem(path)).toBeUndefined();
});

test.each([
  [
    'instance-id',
    'A path begins with meta-data/ or dynamic/, or is user-data; leave out the version, as in meta-data/instance-id.',
  ],
  [
    'latest/meta-data/ami-id',
    'A path begins with meta-data/ or dynamic/, or is user-data; leave out the version, as in meta-data/instance-id.',
  ],
  [
    '/meta-data/ami-id',
    'A path begins with meta-data/ or dynamic/, or is user-data; leave out the version, as in meta-data/instance-id.',
  ],
  [
    '',
    'A path begins with meta-data/ or dynamic/, or is user-data; leave out the version, as in meta-data/instance-id.',
  ],
  ['meta-data/own/', 'A path ends without a slash, as in meta-data/instance-id.'],
  ['meta-data//own', 'A path has one slash between two names, as in meta-data/instance-id.'],
  ['meta-data/./own', 'A path has no . and no .. in it, as in meta-data/instance-id.'],
  ['meta-data/..', 'A path has no . and no .. in it, as in meta-data/instance-id.'],
  ['meta-data/a\nb', 'A path has no control characters, as in meta-data/instance-id.'],
  ['meta-data/a\ud800', 'A path has no half characters, as in meta-data/instance-id.'],
  [`meta-data/${'x'.repeat(256)}`, 'A name in a path has at most 255 characters.'],
  [`meta-data${'/xxxxxxx'.repeat(130)}`, 'A path has at most 1024 characters; this one has 1049.'],
])('%j is not: %s', (path, problem) => {
  expect(pathProblem(path)).toBe(problem);
});

test.each<[string, Overrides, string, Override]>([
  ['a value of one’s own', {}, 'meta-data/own', VALUE],
  ['a value where a known one is', {}, 'meta-data/instance-id', VALUE],
  ['a value where one may come', {}, 'meta-data/spot/instance-action', VALUE],
  ['an empty value', {}, 'meta-data/own', { value: '' }],
  ['another value', { 'meta-data/own': VALUE }, 'meta-data/own', { value: 'y' }],
  ['a value beside another', { 'meta-data/own/a': VALUE }, 'meta-data/own/b', VALUE],
  ['a value whose name begins like another', { 'meta-data/own': VALUE }, 'meta-data/owner', VALUE],
  ['a value below what is absent', { 'meta-data/placement': ABSENT }, 'meta-data/placement/region', VALUE],
  ['absent a value', {}, 'meta-data/instance-id', ABSENT],
  ['absent a directory', {}, 'meta-data/placement', ABSENT],
  ['absent a directory with values', { 'meta-data/own/a': VALUE }, 'meta-data/own', ABSENT],
  ['absent user data', {}, 'user-data', ABSENT],
  ['absent a root', {}, 'dynamic', ABSENT],
])('allowed: %s', (_what, overrides, path, override) => {
  expect(overrideProblem(overrides, path, override)).toBeUndefined();
});

test.each<[Overrides, string, string]>([
  [{}, 'meta-data', "meta-data is a directory and can't have a value; choose a path below it."],
  [{}, 'meta-data/placement', "meta-data/placement is a directory and can't have a value; choose a path below it."],
  [{}, 'meta-data/spot', "meta-data/spot is a directory and can't have a value; choose a path below it."],
  [{}, 'user-data/part', 'user-data holds a value, so nothing can be below it; choose another path.'],
  [{}, 'meta-data/kernel-id/x', 'meta-data/kernel-id holds a value, so nothing can be below it; choose another path.'],
  [
    { 'meta-data/own/a': VALUE },
    'meta-data/own',
    "meta-data/own is a directory, since meta-data/own/a has a value; a directory can't have one itself.",
  ],
  [
    { 'meta-data/own': VALUE },
    'meta-data/own/a',
    'meta-data/own has a value, so nothing can be below it; reset it first.',
  ],
])('with %j, a value at %s is refused: %s', (overrides, path, problem) => {
  expect(overrideProblem(overrides, path, VALUE)).toBe(problem);
});

test('a value has a longest length', () => {
  expect(overrideProblem({}, 'meta-data/own', { value: 'x'.repeat(65_536) })).toBeUndefined();
  expect(overrideProblem({}, 'meta-data/own', { value: 'x'.repeat(65_537) })).toBe(
    'A value has at most 65536 characters; this one has 65537.',
  );
});

test('when as many paths are overridden as can be, another is refused, and one of them can still change', () => {
  const full = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`meta-data/own-${index}`, VALUE]));
  expect(overrideProblem(full, 'meta-data/own', VALUE)).toBe('At most 2000 paths can be overridden; reset some first.');
  expect(overrideProblem(full, 'meta-data/own-7', ABSENT)).toBeUndefined();
});

test.each([
  ['meta-data/a', 'meta-data/a', true],
  ['meta-data/a/b', 'meta-data/a', true],
  ['meta-data/ab', 'meta-data/a', false],
  ['meta-data', 'meta-data/a', false],
])('%s is at or below %s: %s', (path, above, expected) => {
  expect(isAtOrBelow(path, above)).toBe(expected);
});
