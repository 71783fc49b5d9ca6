// Reads Playwright's JSON report into an outcome.

import type { JSONReport, JSONReportSpec, JSONReportSuite, JSONReportTest } from '@playwright/test/reporter';
import { requireTests, type Outcome, type PartName } from './outcome.ts';

type Named = { name: string; test: JSONReportTest };

function testsOfSpec(prefix: string, spec: JSONReportSpec): Named[] {
  return spec.tests.map((test) => ({ name: `${prefix} > ${spec.title}`, test }));
}

function testsOfSuite(prefix: string, suite: JSONReportSuite): Named[] {
  const name = prefix === '' ? suite.title : `${prefix} > ${suite.title}`;
  const nested = (suite.suites ?? []).flatMap((inner) => testsOfSuite(name, inner));
  return [...suite.specs.flatMap((spec) => testsOfSpec(name, spec)), ...nested];
}

function reasonOf(test: JSONReportTest): string {
  const skips = test.annotations.filter(({ type }) => type === 'skip' || type === 'fixme');
  return skips.find(({ description }) => description !== undefined)?.description ?? 'no reason given';
}

/** Every test by its state. What went wrong outside of any test (a file that did not load) is a failure of its own. */
export function outcomeOfPlaywright(part: PartName, report: JSONReport): Outcome {
  const outcome: Outcome = { part, passed: 0, failed: [], skipped: [] };
  for (const { name, test } of report.suites.flatMap((suite) => testsOfSuite('', suite))) {
    if (test.status === 'expected') outcome.passed += 1;
    else if (test.status === 'skipped') outcome.skipped.push({ name, reason: reasonOf(test) });
    else outcome.failed.push(name);
  }
  outcome.failed.push(...report.errors.map((error) => `${part}: ${(error.message ?? 'an error').split('\n')[0]}`));
  return requireTests(outcome);
}
