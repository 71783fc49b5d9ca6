// Reads Vitest's JSON report into an outcome.

import type { Outcome, PartName } from './outcome.ts';

/** What is read of the report; a file that did not load has a message and no tests. */
export type VitestReport = {
  testResults: {
    name: string;
    status: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
};

/** Every test by its state, and each file that did not load; `where` stands before each name. */
export function outcomeOfVitest(part: PartName, where: string, { testResults }: VitestReport): Outcome {
  const outcome: Outcome = { part, passed: 0, failed: [], skipped: [] };
  for (const { name, status, assertionResults } of testResults) {
    const file = name.split('/').at(-1) ?? name;
    for (const one of assertionResults) {
      const title = `${where} > ${file} > ${one.fullName}`;
      if (one.status === 'passed') outcome.passed += 1;
      else if (one.status === 'failed') outcome.failed.push(title);
      else outcome.skipped.push({ name: title, reason: 'the test says so' });
    }
    if (status !== 'passed' && assertionResults.length === 0) outcome.failed.push(`${where} > ${file} did not load`);
  }
  return outcome;
}
