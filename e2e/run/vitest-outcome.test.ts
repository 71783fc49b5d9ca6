// What a report of Vitest's comes to.
import { expect, test } from 'vitest';
import { outcomeOfVitest } from './vitest-outcome.ts';

function file(status: string, ...tests: string[]) {
  const assertionResults = tests.map((state, i) => ({ fullName: `test ${i}`, status: state }));
  return { name: '/a/b/c.test.ts', status, assertionResults };
}

test('each test by its state', () => {
  const outcome = outcomeOfVitest('nodes', 'Node 22', {
    testResults: [file('failed', 'passed', 'failed', 'skipped'), file('passed', 'passed')],
  });
  expect(outcome).toEqual({
    part: 'nodes',
    passed: 2,
    failed: ['Node 22 > c.test.ts > test 1'],
    skipped: [{ name: 'Node 22 > c.test.ts > test 2', reason: 'the test says so' }],
  });
});

test('a file that did not load is a failure', () => {
  expect(outcomeOfVitest('nodes', 'Node 22', { testResults: [file('failed')] }).failed).toEqual([
    'Node 22 > c.test.ts did not load',
  ]);
});
