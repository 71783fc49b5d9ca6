// Lists of security groups: each name stays with one id, on every interface.
import { expect, test } from 'vitest';
import { example, exampleInterface, MACS, outcome, secondInterface } from '../instance.example.ts';

const matching = (rule: RegExp): unknown => expect.stringMatching(rule);

const WEB = { id: 'sg-0000000a', name: 'web' };
const SSH = { id: 'sg-0000000b', name: 'ssh' };
const OTHER = MACS.replace(/11$/, '12');

const instance = example({
  interfaces: [
    exampleInterface({ securityGroups: [WEB, SSH] }),
    secondInterface({ securityGroups: [WEB, { id: 'sg-0000000c', name: 'db' }] }),
  ],
});

test('a new name takes the id in its place, on every interface', () => {
  expect(outcome(instance, 'meta-data/security-groups', 'front\nssh')).toEqual({
    'meta-data/security-groups': 'front\nssh',
    [`${MACS}/security-groups`]: 'front\nssh',
    [`${OTHER}/security-groups`]: 'front\ndb',
  });
});

test('a new id takes the name in its place, on every interface', () => {
  expect(outcome(instance, `${MACS}/security-group-ids`, 'sg-0000000d\nsg-0000000b')).toEqual({
    [`${MACS}/security-group-ids`]: 'sg-0000000d\nsg-0000000b',
    [`${OTHER}/security-group-ids`]: 'sg-0000000d\nsg-0000000c',
  });
});

test('known names keep their ids, in any order and from any interface', () => {
  expect(outcome(instance, 'meta-data/security-groups', 'db\nweb')).toEqual({
    'meta-data/security-groups': 'db\nweb',
    [`${MACS}/security-groups`]: 'db\nweb',
    [`${MACS}/security-group-ids`]: 'sg-0000000c\nsg-0000000a',
  });
});

test('an added name gets a well formed id, an added id a name', () => {
  expect(outcome(instance, 'meta-data/security-groups', 'web\nssh\nnew')).toMatchObject({
    [`${MACS}/security-group-ids`]: matching(/^sg-0000000a\nsg-0000000b\nsg-[0-9a-f]{17}$/),
  });
  expect(outcome(instance, `${MACS}/security-group-ids`, 'sg-0000000a\nsg-0000000b\nsg-0123abcd')).toMatchObject({
    'meta-data/security-groups': 'web\nssh\ngroup-0123abcd',
  });
});

test('the same name twice is refused', () => {
  expect(outcome(instance, 'meta-data/security-groups', 'web\nweb')).toContain('sg-0000000a is used already.');
});
