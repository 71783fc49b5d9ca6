// Playwright's report, read: every test by its state, its name from file to title, and the reason of a skip.

import type { JSONReport, JSONReportSpec, JSONReportTest } from '@playwright/test/reporter';
import { expect, test } from 'vitest';
import { outcomeOfPlaywright } from './playwright-outcome.ts';

type Status = JSONReportTest['status'];
type Annotations = JSONReportTest['annotations'];

function spec(title: string, status: Status, annotations: Annotations = []): JSONReportSpec {
  const ran = { timeout: 0, annotations, expectedStatus: 'passed', projectName: 'panel', projectId: 'panel' } as const;
  return {
    title,
    ok: status !== 'unexpected',
    tags: [],
    id: title,
    file: '',
    line: 1,
    column: 1,
    tests: [{ ...ran, results: [], status }],
  };
}

function reportOf(specs: JSONReportSpec[], errors: JSONReport['errors'] = []): JSONReport {
  const place = { file: 'deck.spec.ts', line: 0, column: 0 };
  const inner = { ...place, title: 'Deck', specs };
  return { suites: [{ ...place, title: 'deck.spec.ts', specs: [], suites: [inner] }], errors } as unknown as JSONReport;
}

test('counts what passed', () => {
  const report = reportOf([spec('one', 'expected'), spec('two', 'expected')]);
  expect(outcomeOfPlaywright('e2e', report)).toEqual({ part: 'e2e', passed: 2, failed: [], skipped: [] });
});

test('names what failed, from the file to the title', () => {
  const report = reportOf([spec('interrupts', 'unexpected')]);
  expect(outcomeOfPlaywright('e2e', report).failed).toEqual(['deck.spec.ts > Deck > interrupts']);
});

test('counts a test that passed only the second time as failed', () => {
  expect(outcomeOfPlaywright('e2e', reportOf([spec('wavers', 'flaky')])).failed).toHaveLength(1);
});

test('gives the reason of a skip', () => {
  const report = reportOf([
    spec('runs', 'expected'),
    spec('cannot', 'skipped', [{ type: 'skip', description: 'no curl' }]),
  ]);
  expect(outcomeOfPlaywright('e2e', report).skipped).toEqual([
    { name: 'deck.spec.ts > Deck > cannot', reason: 'no curl' },
  ]);
});

test('counts a file that did not load as failed', () => {
  const report = reportOf([], [{ message: 'SyntaxError: nope\n at deck.spec.ts' }]);
  expect(outcomeOfPlaywright('e2e', report).failed).toEqual(['e2e: SyntaxError: nope']);
});

test('counts a run without tests as failed', () => {
  expect(outcomeOfPlaywright('e2e', reportOf([])).failed).toEqual(['e2e: not one test was run']);
});
