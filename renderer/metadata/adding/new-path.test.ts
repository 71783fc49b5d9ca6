// A whole path is taken as what it is, and said before it is made.
import { expect, test } from 'vitest';
import { becomes, meantPath } from './new-path.ts';

const START = 'meta-data/placement/';

test.each([
  ['meta-data/placement/rack', 'meta-data/placement/rack'],
  ['meta-data/placement/meta-data/tags/instance/Team', 'meta-data/tags/instance/Team'],
  ['meta-data/placement//latest/meta-data/tags/instance/Team', 'meta-data/tags/instance/Team'],
  ['meta-data/placement/latest/dynamic/own', 'dynamic/own'],
  ['meta-data/placement/user-data', 'user-data'],
  ['meta-data/placement/user-data-2', 'meta-data/placement/user-data-2'],
  ['meta-data/placement/dynamics', 'meta-data/placement/dynamics'],
  [' /latest/meta-data/own ', 'meta-data/own'],
  ['/meta-data/own', 'meta-data/own'],
  ['own', 'own'],
])('%s means %s', (text, path) => {
  expect(meantPath(text, START)).toBe(path);
});

test.each([
  ['meta-data/tags/instance/Team', 'fact', 'tag', 'The tag Team, a fact:'],
  ['meta-data/placement/group-name', 'fact', 'placement group', 'The fact placement group:'],
  ['meta-data/block-device-mapping/ebs7', 'fact', undefined, 'A fact:'],
  ['meta-data/own', 'override', undefined, 'A path of your own:'],
  ['meta-data/spot/instance-action', 'override', 'x', 'This path alone:'],
] as const)('%s by %s: %s', (path, how, fact, words) => {
  expect(becomes(path, how, fact)).toBe(words);
});
