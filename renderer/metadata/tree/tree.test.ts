// The tree of paths: order, directories, changes counted below, and rows that search and filters leave.
import { describe, expect, test } from 'vitest';
import type { MetadataItem } from '../../../app/contract/metadata.ts';
import { ancestorsOf, buildTree, findNode } from './tree.ts';
import { markIn, type TreeView, visibleRows } from './tree-rows.ts';

function item(path: string, more: Partial<MetadataItem> = {}): MetadataItem {
  return {
    path,
    value: 'x',
    encoding: 'utf8',
    present: true,
    source: 'fact',
    changed: false,
    default: 'x',
    kind: 'text',
    doc: '',
    since: null,
    known: true,
    ...more,
  };
}

const TREE = buildTree([
  item('user-data'),
  item('dynamic/instance-identity/document', { value: '{\n"region": "us-east-1"\n}' }),
  item('meta-data/placement/region', { value: 'us-east-1' }),
  item('meta-data/placement/availability-zone', { value: 'us-east-1b', changed: true }),
  item('meta-data/ami-id', { value: 'ami-1', changed: true }),
]);

const ALL: TreeView = { open: new Set(), folded: new Set(), search: '', onlyChanged: false, onlyRead: null };

function namesOf(view: Partial<TreeView>): string[] {
  return visibleRows(TREE, { ...ALL, ...view }).map(({ node, level }) => `${' '.repeat(level - 1)}${node.name}`);
}

describe('the tree', () => {
  test('lists meta-data, dynamic and user-data in this order, and names in the order of the alphabet', () => {
    expect(TREE.map(({ path }) => path)).toEqual(['meta-data', 'dynamic', 'user-data']);
    expect(TREE[0]?.children.map(({ name }) => name)).toEqual(['ami-id', 'placement']);
  });

  test('counts what was changed below', () => {
    expect(findNode(TREE, 'meta-data')?.changed).toBe(2);
    expect(findNode(TREE, 'meta-data/placement')?.changed).toBe(1);
    expect(findNode(TREE, 'dynamic')?.changed).toBe(0);
  });

  test('keeps what is known about a directory that was made absent', () => {
    const tree = buildTree([item('meta-data/tags', { present: false }), item('meta-data/tags/instance/Name')]);
    const tags = findNode(tree, 'meta-data/tags');
    expect([tags?.item?.present, tags?.children.length]).toEqual([false, 1]);
  });

  test('finds no node beside a path', () => {
    expect(findNode(TREE, 'meta-data/place')).toBeNull();
    expect(ancestorsOf('a/b/c')).toEqual(['a', 'a/b']);
  });
});

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
