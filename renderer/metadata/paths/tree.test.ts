// The tree of paths: order, directories, changes counted below.
import { describe, expect, test } from 'vitest';
import { exampleItem } from './metadata-item.example.ts';
import { ancestorsOf, buildTree, findNode } from './tree.ts';

const TREE = buildTree([
  exampleItem('user-data'),
  exampleItem('dynamic/instance-identity/document', { value: '{\n"region": "us-east-1"\n}' }),
  exampleItem('meta-data/placement/region', { value: 'us-east-1' }),
  exampleItem('meta-data/placement/availability-zone', { value: 'us-east-1b', changed: true }),
  exampleItem('meta-data/ami-id', { value: 'ami-1', changed: true }),
]);

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
    const tree = buildTree([
      exampleItem('meta-data/tags', { present: false }),
      exampleItem('meta-data/tags/instance/Name'),
    ]);
    const tags = findNode(tree, 'meta-data/tags');
    expect([tags?.item?.present, tags?.children.length]).toEqual([false, 1]);
  });

  test('finds no node beside a path', () => {
    expect(findNode(TREE, 'meta-data/place')).toBeNull();
    expect(ancestorsOf('a/b/c')).toEqual(['a', 'a/b']);
  });
});
