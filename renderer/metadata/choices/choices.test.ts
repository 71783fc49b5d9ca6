// What there is to choose from, and what of it is shown.
import { expect, test } from 'vitest';
import type { FactChoices } from '../../../app/contract/metadata.ts';
import { choicesFor, hasChoices, shownChoices } from './choices.ts';

const CHOICES: FactChoices = {
  asOf: '2026-11',
  instanceTypes: ['c7g.large', 'c7g.xlarge', 'm7g.large', 'm7g.xlarge', 't3.micro'],
  regions: [
    { name: 'eu-west-1', zones: [{ name: 'eu-west-1a', id: 'euw1-az2' }] },
    {
      name: 'us-east-1',
      zones: [
        { name: 'us-east-1a', id: 'use1-az4' },
        { name: 'us-east-1-bos-1a', id: 'use1-bos1-az1' },
      ],
    },
  ],
};
const values = (shown: { value: string }[]) => shown.map(({ value }) => value);

test.each([
  ['meta-data/instance-type', CHOICES.instanceTypes],
  ['meta-data/placement/region', ['eu-west-1', 'us-east-1']],
  ['meta-data/placement/availability-zone', ['us-east-1a', 'us-east-1-bos-1a']],
  ['meta-data/placement/availability-zone-id', ['use1-az4', 'use1-bos1-az1']],
  ['meta-data/ami-id', []],
  ['constructor', []],
])('%s: %j', (path, expected) => {
  expect(values(choicesFor(path, CHOICES, 'us-east-1'))).toEqual(expected);
  expect(hasChoices(path)).toBe(expected.length > 0);
  expect(choicesFor(path, null, 'us-east-1')).toEqual([]);
});

test('zones are told with their ids, and none where the Region is not known', () => {
  const path = 'meta-data/placement/availability-zone';
  expect(choicesFor(path, CHOICES, 'eu-west-1')).toEqual([{ value: 'eu-west-1a', note: 'euw1-az2' }]);
  expect(choicesFor(path, CHOICES, 'ap-east-9')).toEqual([]);
});

const TYPES = choicesFor('meta-data/instance-type', CHOICES, '');
const ZONES = choicesFor('meta-data/placement/availability-zone', CHOICES, 'us-east-1');

test.each([
  [
    'all, the family first',
    TYPES,
    'm7g.large',
    false,
    ['m7g.large', 'm7g.xlarge', 'c7g.large', 'c7g.xlarge', 't3.micro'],
  ],
  ['what begins so, then what has it', TYPES, 'x', true, ['c7g.xlarge', 'm7g.xlarge']],
  ['capitals are no matter', TYPES, ' T3', true, ['t3.micro']],
  ['nothing', TYPES, 'z9', true, []],
  ['nothing once one is written out', TYPES, 't3.micro', true, []],
  ['all zones', ZONES, 'us-east-1a', false, ['us-east-1a', 'us-east-1-bos-1a']],
  ['by the id beside it', ZONES, 'bos1', true, ['us-east-1-bos-1a']],
  ['all where the field was emptied', ZONES, '', true, ['us-east-1a', 'us-east-1-bos-1a']],
])('shows %s', (_what, all, text, isChanged, expected) => {
  expect(values(shownChoices(all, text, isChanged))).toEqual(expected);
});

test('shows a hundred at most', () => {
  const many = Array.from({ length: 1000 }, (_, index) => ({ value: `m7g.${index}` }));
  expect(shownChoices(many, 'm7g.large', false)).toHaveLength(100);
});
