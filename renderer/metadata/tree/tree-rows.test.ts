// The rows that search and filters leave of the tree.
import { describe, expect, test } from 'vitest';
import { exampleItem } from '../paths/metadata-item.example.ts';
import { buildTree, findNode } from '../paths/tree.ts';
import { markIn, type TreeView, visibleRows } from './tree-rows.ts';

const TREE = buildTree([
  exampleItem('user-data'),
  exampleItem('dynamic/instance-identity/document', { value: '{\n"region": "us-east-1"\n}' }),
  exampleItem('meta-data/placement/region', { value: 'us-east-1' }),
  exampleItem('meta-data/placement/availability-zone', { value: 'us-east-1b', changed: true }),
  exampleItem('meta-data/ami-id', { value: 'ami-1', changed: true }),
]);

const ALL: TreeView = { open: new Set(), folded: new Set(), search: '', onlyChanged: false, onlyRead: null };

function namesOf(view: Partial<TreeView>): string[] {
  return visibleRows(TREE, { ...ALL, ...view }).map(({ node, level }) => `${' '.repeat(level - 1)}${node.name}`);
}

describe('the rows', () => {
  test('show what is open', () => {
    expect(namesOf({ open: new Set(['meta-data']) })).toEqual([
      'meta-data',
      ' ami-id',
      ' placement',
      'dynamic',
      'user-data',
    ]);
  });

  test.each([
    ['zone', ['meta-data', ' placement', '  availability-zone']],
    ['/latest/meta-data/placement/r', ['meta-data', ' placement', '  region']],
    ['us-east-1b', ['meta-data', ' placement', '  availability-zone']],
    ['IDENTITY', ['dynamic', ' instance-identity', '  document']],
    ['nothing', []],
  ])('searched for %s keep the directories above', (search, names) => {
    expect(namesOf({ search })).toEqual(names);
  });

  test('hold only what was changed or read', () => {
    expect(namesOf({ onlyChanged: true })).toEqual(['meta-data', ' ami-id', ' placement', '  availability-zone']);
    expect(namesOf({ onlyRead: new Set(['user-data']) })).toEqual(['user-data']);
  });

  test('close by hand while a search holds the others open', () => {
    expect(namesOf({ search: 'region', folded: new Set(['meta-data/placement']) })).toEqual([
      'meta-data',
      ' placement',
    ]);
  });

  test('know their position among siblings', () => {
    const rows = visibleRows(TREE, ALL);
    expect(rows.map(({ position, siblings }) => [position, siblings])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });

  test.each([
    ['zone', { from: 13, to: 17 }],
    ['placement/avail', { from: 0, to: 5 }],
    ['placement', null],
    ['us-east', null],
  ])('mark what %s found in a name', (search, mark) => {
    const node = findNode(TREE, 'meta-data/placement/availability-zone');
    expect(node && markIn(node, search)).toEqual(mark);
  });
});
