// The table of docs/clients.md: rows are brought up to date one by one, and one that is not is found.

import { describe, expect, test } from 'vitest';
import { outOfDate, type Tried, withTried } from './table.ts';

const MODES = ['IMDSv1 allowed', 'IMDSv2 required'];
const TITLES = ['Go', 'Rust'];
const EMPTY =
  'Before.\n\n<!-- made by: npm run test:clients -- --write-table -->\n<!-- end of the table -->\n\nAfter.\n';

const GO: Tried = { title: 'Go', versions: 'imds 1.2', toolchain: 'go 1.26', results: ['all 10', 'all 10'] };
const RUST: Tried = { title: 'Rust', versions: 'aws-config 1', toolchain: 'cargo 1.95', results: ['all 10', 'all 10'] };

const BOTH = withTried(EMPTY, [RUST, GO], MODES, TITLES);

test('rows stand in the order of the titles, formatted, between the same text', () => {
  expect(BOTH).toBe(`Before.

<!-- made by: npm run test:clients -- --write-table -->

| client | version      | run with   | IMDSv1 allowed | IMDSv2 required |
| ------ | ------------ | ---------- | -------------- | --------------- |
| Go     | imds 1.2     | go 1.26    | all 10         | all 10          |
| Rust   | aws-config 1 | cargo 1.95 | all 10         | all 10          |

<!-- end of the table -->

After.
`);
});

test('a client that was not run keeps its row', () => {
  const versions = 'imds 1.3';
  expect(withTried(BOTH, [{ ...GO, versions }], MODES, TITLES)).toBe(BOTH.replace('imds 1.2', versions));
});

test('a client that is gone loses its row', () => {
  expect(withTried(BOTH, [], MODES, ['Rust'])).not.toContain('| Go ');
});

describe('out of date', () => {
  test('is no row that says what was found', () => {
    expect(outOfDate(BOTH, [GO, RUST])).toEqual([]);
  });

  test('is a row with another version or another result', () => {
    const tried = [
      { ...GO, versions: 'imds 1.3' },
      { ...RUST, results: ['all 10', '9 of 10'] },
    ];
    expect(outOfDate(BOTH, tried)).toEqual(['Go', 'Rust']);
  });

  test('is a row that is missing', () => {
    expect(outOfDate(EMPTY, [GO])).toEqual(['Go']);
  });

  test('is not a row from a machine with another toolchain', () => {
    expect(outOfDate(BOTH, [{ ...GO, toolchain: 'go 1.27' }])).toEqual([]);
  });
});

test('a document without the marks is refused', () => {
  expect(() => outOfDate('No table.', [GO])).toThrow('The document lacks the lines');
});
